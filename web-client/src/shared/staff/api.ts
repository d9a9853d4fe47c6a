import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, type Cursor } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';

export type Staff = components['schemas']['ListStaffItem'];
export type StaffName = { id: string; name: string };
type Query = { size: number; search?: string };

/** As many as somebody reads before typing on. */
const OFFERED = 20;

const page = (id: string, query: Query, cursor: Cursor, signal: AbortSignal) =>
  data(
    api.GET('/api/v1/organizations/{organizationId}/people', {
      params: { path: { organizationId: id }, query: { ...query, ...after(cursor) } },
      signal,
    }),
  );

export const staff = {
  /** Everybody who works at an organization: some hundreds, so that search and filters answer at once. */
  all: (organizationId: string) =>
    queryOptions({
      queryKey: ['people', 'staff', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }): Promise<Staff[]> =>
        everyPage((cursor) => page(organizationId, { size: LARGEST_PAGE }, cursor, signal)),
    }),

  /** Those whose names have these words. */
  like: (organizationId: string, search: string) =>
    queryOptions({
      queryKey: ['people', 'staff-like', organizationId, search],
      staleTime: 60_000,
      queryFn: ({ signal }) => page(organizationId, { size: OFFERED, ...(search ? { search } : {}) }, firstPage, signal),
      select: ({ items }) => items,
    }),

  /** What somebody is called whose id alone stands in an address: names do not belong there, where logs and histories keep them. */
  named: (id: string) =>
    queryOptions({
      queryKey: ['people', 'named', id],
      staleTime: 300_000,
      queryFn: async ({ signal }): Promise<StaffName> => {
        const { familyName, givenName, patronymic } = await readPerson(id, signal);
        return { id, name: [familyName, givenName, patronymic].filter(Boolean).join(' ') };
      },
    }),
};

export const readPerson = (id: string, signal: AbortSignal) =>
  data(api.GET('/api/v1/people/{personId}', { params: { path: { personId: id } }, signal }));

export const staffNames = (organizationId: string) => ({
  ...staff.all(organizationId),
  select: (all: readonly Staff[]): StaffName[] => all.map(({ personId, name }) => ({ id: personId, name })),
});
