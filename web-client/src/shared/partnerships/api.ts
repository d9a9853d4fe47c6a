import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { paths } from '@/shared/api/schema';

type Query = NonNullable<paths['/api/v1/organizations/{organizationId}/coordination']['get']['parameters']['query']>;

/** A school's log of coordination with its partners, the latest entry first. */
export const coordination = (id: string, query: Omit<Query, 'cursor' | 'size'> = {}) =>
  infiniteQueryOptions({
    queryKey: ['partnerships', 'log', id, query],
    staleTime: 30_000,
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) =>
      data(
        api.GET('/api/v1/organizations/{organizationId}/coordination', {
          params: { path: { organizationId: id }, query: { ...query, ...after(pageParam) } },
          signal,
        }),
      ),
    getNextPageParam: nextPage,
  });
