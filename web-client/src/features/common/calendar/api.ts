import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export const calendar = {
  feed: () =>
    queryOptions({
      queryKey: ['calendar', 'feed'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/calendar-feed', { signal })),
    }),
};

export const calendarActs = {
  create: () => data(api.POST('/api/v1/me/calendar-feed', {})),
  revoke: () => data(api.DELETE('/api/v1/me/calendar-feed', {})),
};
