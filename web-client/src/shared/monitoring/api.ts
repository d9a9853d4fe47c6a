import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The catalogue of indicators, as a period goes by it; that of today without one. */
export const indicators = (period?: string) =>
  queryOptions({
    queryKey: ['monitoring', 'indicators', period],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/indicators', { params: { query: period ? { period } : {} }, signal })),
  });
