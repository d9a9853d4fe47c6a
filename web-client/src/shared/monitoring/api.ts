import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The catalogue of indicators. */
export const indicators = () =>
  queryOptions({
    queryKey: ['monitoring', 'indicators'],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/indicators', { signal })),
  });
