import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, nextPage, type Cursor } from '@/shared/api/pages';
import type { paths } from '@/shared/api/schema';
import { council } from '@/shared/councils/api';
import { programs } from '@/shared/programs/api';
import type { DecisionStatus, IncentiveFunction, Meeting } from './types';

const of = (organizationId: string) => ({ path: { organizationId } });

type Query = NonNullable<paths['/api/v1/organizations/{organizationId}/council/decisions']['get']['parameters']['query']>;

const decisions = (organizationId: string, query: Omit<Query, 'cursor'>, cursor: Cursor, signal: AbortSignal) =>
  data(
    api.GET('/api/v1/organizations/{organizationId}/council/decisions', {
      params: { ...of(organizationId), query: { ...query, ...after(cursor) } },
      signal,
    }),
  );

export const councils = {
  all: () => ['councils'] as const,

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

  /** Programs that were in force: their people may be rewarded, and those running corrected. */
  programs: (organizationId: string) =>
    programs.every({ organizationId, status: ['Active', 'Paused', 'Completed'], sort: 'Title', direction: 'Asc' }),

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
      queryFn: ({ pageParam, signal }) => decisions(organizationId, status ? { status: [status] } : {}, pageParam, signal),
      getNextPageParam: nextPage,
    }),

  /** Adopted decisions on incentives, on which a proposal can rest. */
  incentiveDecisions: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'incentive-decisions', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        everyPage((cursor) =>
          decisions(organizationId, { status: ['Adopted', 'CarriedOut'], kind: 'Incentive', size: LARGEST_PAGE }, cursor, signal),
        ),
    }),

  preparations: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'preparations', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/preparations', { params: of(organizationId), signal }),
        ),
    }),

  tasks: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'tasks', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/tasks', { params: of(organizationId), signal })),
    }),

  incentives: (organizationId: string, fn?: IncentiveFunction) =>
    infiniteQueryOptions({
      queryKey: [...councils.all(), 'incentives', organizationId, fn],
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

  myIncentives: () =>
    queryOptions({
      queryKey: [...councils.all(), 'my-incentives'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/incentives/mine', { signal })),
    }),

  /** Proposals, grants and money by function. */
  incentiveFunctions: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'incentive-functions', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/incentives/functions', {
            params: of(organizationId),
            signal,
          }),
        ),
    }),

  analysis: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'analysis', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/analysis', { params: of(organizationId), signal })),
    }),
};

/** What the council does shows on all of its pages; its decisions on programs show on theirs. */
export const refreshCouncils = (client: QueryClient) =>
  Promise.all([councils.all(), ['programs'], ['today'], ['settings']].map((queryKey) => client.invalidateQueries({ queryKey })));
