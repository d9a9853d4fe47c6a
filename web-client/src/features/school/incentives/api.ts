import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import { councilKey } from '@/shared/councils/api';
import type { IncentiveFunction } from './types';

const of = (organizationId: string) => ({ path: { organizationId } });

export const incentives = {
  list: (organizationId: string, fn?: IncentiveFunction) =>
    infiniteQueryOptions({
      queryKey: [...councilKey, 'incentives', organizationId, fn],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/incentives', {
            params: {
              ...of(organizationId),
              query: { ...(fn ? { function: fn } : {}), ...after(pageParam) },
            },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),

  mine: () =>
    queryOptions({
      queryKey: [...councilKey, 'my-incentives'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/incentives/mine', { signal })),
    }),

  /** Proposals, grants and money by function. */
  functions: (organizationId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'incentive-functions', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/incentives/functions', {
            params: of(organizationId),
            signal,
          }),
        ),
    }),
};
