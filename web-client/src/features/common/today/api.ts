import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Agenda } from './types';

export const today = {
  /** `today` is also the key that other features name when an act of theirs changes the agenda. */
  agenda: () =>
    queryOptions({
      queryKey: ['today', 'agenda'],
      staleTime: 30_000,
      queryFn: async ({ signal }) => (await data(api.GET('/api/v1/me/agenda', { signal }))) as Agenda,
    }),
};
