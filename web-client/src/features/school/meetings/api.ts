import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export const at = (meetingId: string) => ({ path: { meetingId } });

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
