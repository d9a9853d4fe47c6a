import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { DecisionStatus, IncentiveFunction, Meeting } from './types';

const at = (id: string) => ({ path: { id } });
const of = (organizationId: string) => ({ path: { organizationId } });
const LARGEST_PAGE = 200;

type Cursor = string | undefined;
const first = undefined as Cursor;

export const councils = {
  all: () => ['councils'] as const,

  council: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'council', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council', { params: of(organizationId), signal })),
    }),

  mySeats: () =>
    queryOptions({
      queryKey: [...councils.all(), 'mine'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/seats/mine', { signal })),
    }),

  /** Programs that wait for the council, the one that waits longest first. */
  queue: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'queue', organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/programs', {
            params: { query: { organizationId, status: ['Council'], sort: 'UpdatedAt', direction: 'Asc', size: LARGEST_PAGE } },
            signal,
          }),
        ).then(({ items }) => items),
    }),

  /** Drafts of acts that are open to the council's words. */
  drafts: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'drafts', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{id}/co-draftings', { params: at(organizationId), signal })),
    }),

  program: (id: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'program', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{id}', { params: at(id), signal })),
    }),

  /** Programs that were in force: their people may be rewarded, and those running corrected. */
  programs: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'programs', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/programs', {
            params: { query: { organizationId, status: ['Active', 'Paused', 'Completed'], sort: 'Title', direction: 'Asc', size: LARGEST_PAGE } },
            signal,
          }),
        ).then(({ items }) => items),
    }),

  staff: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'staff', organizationId],
      staleTime: 5 * 60_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{id}/people', {
            params: { path: { id: organizationId }, query: { size: LARGEST_PAGE } },
            signal,
          }),
        ).then(({ items }) => items),
    }),

  meetings: (organizationId: string) =>
    infiniteQueryOptions({
      queryKey: [...councils.all(), 'meetings', organizationId],
      staleTime: 30_000,
      initialPageParam: first,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/meetings', {
            params: { ...of(organizationId), query: pageParam ? { cursor: pageParam } : {} },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  meeting: (id: string) =>
    queryOptions<Meeting>({
      queryKey: [...councils.all(), 'meeting', id],
      staleTime: 5_000,
      // While the council sits, members see each other's votes and the chair's steps.
      refetchInterval: ({ state }) => (state.data?.status === 'InSession' ? 5_000 : false),
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/meetings/{id}', { params: at(id), signal })),
    }),

  decisions: (organizationId: string, status: DecisionStatus | undefined) =>
    infiniteQueryOptions({
      queryKey: [...councils.all(), 'decisions', organizationId, status],
      staleTime: 30_000,
      initialPageParam: first,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/decisions', {
            params: {
              ...of(organizationId),
              query: { ...(status ? { status: [status] } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
            },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  /** Adopted decisions on incentives, on which a proposal can rest. */
  incentiveDecisions: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'incentive-decisions', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/decisions', {
            params: { ...of(organizationId), query: { status: ['Adopted', 'CarriedOut'], kind: 'Incentive', size: LARGEST_PAGE } },
            signal,
          }),
        ).then(({ items }) => items),
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
      initialPageParam: first,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/incentives', {
            params: {
              ...of(organizationId),
              query: { ...(fn ? { function: fn } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
            },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
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
