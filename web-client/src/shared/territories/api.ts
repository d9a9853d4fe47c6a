import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The territories right below one. */
export const territoriesIn = (parent: string) =>
  queryOptions({
    queryKey: ['territories', parent],
    staleTime: 300_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/territories', { params: { query: { parent } }, signal })),
  });
