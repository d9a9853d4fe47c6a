import { queryOptions } from '@tanstack/react-query';
import { activeAssignment } from '@/shared/api/active-assignment';
import { api, data } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { setZone } from '@/shared/i18n/dates';

type Answer = components['schemas']['GetMeResult'];

export type Assignment = components['schemas']['GetMeHeld'];
export type Permission = components['schemas']['Permission'];

/** `activeAssignmentId`: the one of the roles that this tab works in; none means all together. */
export type Me = Answer & { activeAssignmentId: string | undefined };

const read = (signal: AbortSignal) => data(api.GET('/api/v1/me', { signal }));

/** Who is signed in and what they may do; everybody needs it, so it is nobody's feature. */
export const me = {
  current: () =>
    queryOptions({
      queryKey: ['me'],
      staleTime: 5 * 60_000,
      queryFn: async ({ signal }): Promise<Me> => {
        const answer = await read(signal).catch((error: unknown) => {
          const refused = error instanceof ApiError && error.status === 403;
          if (!refused || !activeAssignment.get()) throw error;
          // The remembered role has ended since: go on with all the others.
          activeAssignment.set(undefined);
          return read(signal);
        });
        setZone(answer.timeZone);
        return { ...answer, activeAssignmentId: activeAssignment.get() };
      },
    }),
};
