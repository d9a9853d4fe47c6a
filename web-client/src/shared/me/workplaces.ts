import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Where the user works, and what the user is there as a mentor and a mentee; read anew with the profiles. */
export const workplaces = () =>
  queryOptions({
    queryKey: ['profiles', 'workplaces'],
    staleTime: 60_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/me/workplaces', { signal })),
  });
