import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { MeetingBody } from './types';

type Key = Record<string, string>;
const at = (id: string) => ({ path: { id } });

export const meetings = {
  all: () => ['meetings'] as const,

  ofProgram: (programId: string) =>
    infiniteQueryOptions({
      queryKey: [...meetings.all(), 'of-program', programId],
      staleTime: 30_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/programs/{programId}/meetings', {
            params: { path: { programId }, query: pageParam ? { cursor: pageParam } : {} },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  note: (meetingId: string) =>
    queryOptions({
      queryKey: [...meetings.all(), 'note', meetingId],
      staleTime: 0,
      queryFn: ({ signal }) => data(api.GET('/api/v1/meetings/{id}/note', { params: at(meetingId), signal })),
    }),
};

/** A meeting shows on the program's page, in the lists and in the agenda. */
export const refreshMeetings = (client: QueryClient) =>
  Promise.all(
    [meetings.all(), ['programs'], ['today']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );

export const meetingActs = {
  plan: (programId: string, body: MeetingBody, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings', { params: { path: { programId } }, body, headers }),
    ),

  log: (programId: string, body: MeetingBody & { summary: string }, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/held', {
        params: { path: { programId } },
        body,
        headers,
      }),
    ),

  move: (id: string, body: MeetingBody & { version: number }) =>
    data(api.PUT('/api/v1/meetings/{id}', { params: at(id), body })),

  hold: (id: string, version: number, summary: string) =>
    data(api.POST('/api/v1/meetings/{id}/held', { params: at(id), body: { version, summary } })),

  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/meetings/{id}/cancel', { params: at(id), body: { version, reason } })),

  miss: (id: string, version: number, reason: string) =>
    data(
      api.POST('/api/v1/meetings/{id}/missed', {
        params: at(id),
        body: { version, ...(reason ? { reason } : {}) },
      }),
    ),

  writeNote: (id: string, text: string) =>
    data(api.PUT('/api/v1/meetings/{id}/note', { params: at(id), body: { text } })),
};
