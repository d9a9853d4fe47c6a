import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import { council, councilKey, decisionsPage } from '@/shared/councils/api';
import { programs } from '@/shared/programs/api';
import type { DecisionStatus, Meeting } from './types';

const of = (organizationId: string) => ({ path: { organizationId } });

export const councils = {
  all: () => councilKey,

  council,

  mySeats: () =>
    queryOptions({
      queryKey: [...councils.all(), 'mine'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/seats/mine', { signal })),
    }),

  /** Programs that wait for the council, the one that waits longest first. */
  queue: (organizationId: string) => programs.every({ organizationId, status: ['Council'], sort: 'UpdatedAt', direction: 'Asc' }),

  /** Drafts of acts that are open to the council's words. */
  drafts: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'drafts', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/co-draftings', { params: of(organizationId), signal })),
    }),

  meetings: (organizationId: string) =>
    infiniteQueryOptions({
      queryKey: [...councils.all(), 'meetings', organizationId],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/meetings', {
            params: { ...of(organizationId), query: after(pageParam) },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),

  meeting: (id: string) =>
    queryOptions<Meeting>({
      queryKey: [...councils.all(), 'meeting', id],
      staleTime: 5_000,
      // While the council sits, members see each other's votes and the chair's steps.
      refetchInterval: ({ state }) => (state.data?.status === 'InSession' ? 5_000 : false),
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/meetings/{meetingId}', { params: { path: { meetingId: id } }, signal })),
    }),

  decisions: (organizationId: string, status: DecisionStatus | undefined) =>
    infiniteQueryOptions({
      queryKey: [...councils.all(), 'decisions', organizationId, status],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => decisionsPage(organizationId, status ? { status: [status] } : {}, pageParam, signal),
      getNextPageParam: nextPage,
    }),
};
