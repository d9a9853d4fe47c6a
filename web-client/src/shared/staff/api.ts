import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export type StaffName = { id: string; name: string };

/** Everybody who works at an organization, by name: some hundreds. */
export const staffNames = (organizationId: string) =>
  queryOptions({
    queryKey: ['staff-names', organizationId],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const names: StaffName[] = [];
      let cursor: string | null = null;
      do {
        const query: { size: number; cursor?: string } = { size: 200, ...(cursor ? { cursor } : {}) };
        const page = await data(
          api.GET('/api/v1/organizations/{id}/people', { params: { path: { id: organizationId }, query }, signal }),
        );
        names.push(...page.items.map(({ personId, name }) => ({ id: personId, name })));
        cursor = page.next;
      } while (cursor);
      return names;
    },
  });
