import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The territories right below one. */
export const territoriesIn = (parent: string) =>
  queryOptions({
    queryKey: ['territories', parent],
    staleTime: 300_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/territories', { params: { query: { parent } }, signal })),
  });

/** One territory with the line of those above it. */
export const territoryLine = (code: string) =>
  queryOptions({
    queryKey: ['territories', 'one', code],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/territories/{territoryCode}', { params: { path: { territoryCode: code } }, signal })),
  });
