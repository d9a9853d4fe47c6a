import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { MeetingBody, SeriesBody } from './types';

type Key = Record<string, string>;
const at = (meetingId: string) => ({ path: { meetingId } });

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

  /** The week of a school that holds this day; this week without one. */
  week: (organizationId: string, from: string | undefined) =>
    queryOptions({
      queryKey: [...meetings.all(), 'week', organizationId, from ?? ''],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/meetings', {
            params: { ...{ path: { organizationId } }, query: from ? { from } : {} },
            signal,
          }),
        ),
    }),

  note: (meetingId: string) =>
    queryOptions({
      queryKey: [...meetings.all(), 'note', meetingId],
      staleTime: 0,
      queryFn: ({ signal }) => data(api.GET('/api/v1/meetings/{meetingId}/note', { params: at(meetingId), signal })),
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

  planSeries: (programId: string, body: SeriesBody, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/series', {
        params: { path: { programId } },
        body: { ...body, onWorkingDays: true },
        headers,
      }),
    ),

  cancelSeries: (programId: string, seriesId: string, reason: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/series/{seriesId}/cancel', {
        params: { path: { programId, seriesId } },
        body: { reason },
      }),
    ),

  confirm: (id: string, version: number) =>
    data(api.POST('/api/v1/meetings/{meetingId}/confirm', { params: at(id), body: { version } })),

  log: (programId: string, body: MeetingBody & { summary: string }, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/log', {
        params: { path: { programId } },
        body,
        headers,
      }),
    ),

  move: (id: string, body: MeetingBody & { version: number }) =>
    data(api.PUT('/api/v1/meetings/{meetingId}', { params: at(id), body })),

  hold: (id: string, version: number, summary: string) =>
    data(api.POST('/api/v1/meetings/{meetingId}/hold', { params: at(id), body: { version, summary } })),

  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/meetings/{meetingId}/cancel', { params: at(id), body: { version, reason } })),

  miss: (id: string, version: number, reason: string) =>
    data(
      api.POST('/api/v1/meetings/{meetingId}/miss', {
        params: at(id),
        body: { version, ...(reason ? { reason } : {}) },
      }),
    ),

  writeNote: (id: string, text: string) =>
    data(api.PUT('/api/v1/meetings/{meetingId}/note', { params: at(id), body: { text } })),
};
