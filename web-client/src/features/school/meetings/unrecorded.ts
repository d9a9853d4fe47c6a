import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import { meetings } from './api';

/** What is over at a school and waits to be recorded, the oldest first. */
export const unrecorded = (organizationId: string) =>
  infiniteQueryOptions({
    queryKey: [...meetings.all(), 'unrecorded', organizationId],
    staleTime: 30_000,
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) =>
      data(
        api.GET('/api/v1/organizations/{organizationId}/meetings/unrecorded', {
          params: { path: { organizationId }, query: after(pageParam) },
          signal,
        }),
      ),
    getNextPageParam: nextPage,
  });
