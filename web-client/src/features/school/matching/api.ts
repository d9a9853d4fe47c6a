import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, LARGEST_PAGE } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Board = Schemas['GetMatchBoardResult'];
export type Mentee = Schemas['GetMatchBoardMentee'];
export type Mentor = Schemas['GetMatchBoardMentor'];
export type Candidate = Schemas['ListMatchCandidatesItem'];
export type Run = Schemas['GetMatchRunResult'];
export type RunPair = Schemas['GetMatchRunPair'];
export type LeftOut = Schemas['GetMatchRunLeft'];
export type Score = Schemas['MatchExplanation'];
export type MatchRequest = Schemas['ListMatchRequestsItem'];
export type OwnRequest = Schemas['ListOwnMatchRequestsItem'];
export type RequestStatus = Schemas['MatchRequestStatus'];
export type RegionMatching = Schemas['GetRegionMatchingResult'];

export const BOARD = '/api/v1/organizations/{organizationId}/matching';
const at = (organizationId: string) => ({ params: { path: { organizationId } } });

export const matching = {
  all: () => ['matching'] as const,

  board: (id: string) =>
    queryOptions({
      queryKey: [...matching.all(), 'board', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET(BOARD, { ...at(id), signal })),
    }),

  candidates: (id: string, menteeId: string) =>
    queryOptions({
      queryKey: [...matching.all(), 'candidates', id, menteeId],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET(`${BOARD}/mentees/{menteeId}/candidates`, { params: { path: { organizationId: id, menteeId } }, signal })),
    }),

  run: (id: string, runId: string) =>
    queryOptions({
      queryKey: [...matching.all(), 'run', id, runId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET(`${BOARD}/runs/{runId}`, { params: { path: { organizationId: id, runId } }, signal })),
    }),

  requests: (id: string) =>
    queryOptions({
      queryKey: [...matching.all(), 'requests', id],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        everyPage((cursor) =>
          data(
            api.GET(`${BOARD}/requests`, {
              params: { path: { organizationId: id }, query: { size: LARGEST_PAGE, ...after(cursor) } },
              signal,
            }),
          ),
        ),
    }),

  own: () =>
    queryOptions({
      queryKey: [...matching.all(), 'own'],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/match-requests', { signal })),
    }),

  region: (code: string) =>
    queryOptions({
      queryKey: [...matching.all(), 'region', code],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/territories/{territoryCode}/matching', {
          params: { path: { territoryCode: code } },
          signal,
        }),
      ),
    }),
};
