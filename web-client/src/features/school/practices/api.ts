import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

const root = ['practices'] as const;

/** What the routes ask for before they show a screen; the rest comes with the screens. */
export const practices = {
  all: root,

  /** Whose banks the reader reads. */
  schools: () =>
    queryOptions({
      queryKey: [...root, 'schools'],
      staleTime: 5 * 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/practices/schools', { signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...root, 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/practices/{practiceId}', { params: { path: { practiceId: id } }, signal })),
    }),
};

export const refreshPractices = (client: QueryClient) => client.invalidateQueries({ queryKey: root });
