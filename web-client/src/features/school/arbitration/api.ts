import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';

const at = (id: string) => ({ path: { caseId: id } });

export const cases = {
  all: () => ['arbitration'] as const,

  list: () =>
    infiniteQueryOptions({
      queryKey: [...cases.all(), 'list'],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => data(api.GET('/api/v1/cases', { params: { query: after(pageParam) }, signal })),
      getNextPageParam: nextPage,
    }),

  /** Where the reader works and can turn to a council. */
  places: () =>
    queryOptions({
      queryKey: [...cases.all(), 'places'],
      staleTime: 5 * 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/places', { signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...cases.all(), 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/{caseId}', { params: at(id), signal })),
    }),

  /** Who can hear the case; only its leader asks. */
  arbiters: (id: string) =>
    queryOptions({
      queryKey: [...cases.all(), 'arbiters', id],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/{caseId}/arbiters', { params: at(id), signal })),
    }),
};

export const refreshCases = (client: QueryClient) => client.invalidateQueries({ queryKey: cases.all() });
