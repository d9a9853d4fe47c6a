import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Staff = components['schemas']['ListStaffItem'];
export type Person = components['schemas']['GetPersonResult'];
export type NeedCategory = components['schemas']['NeedCategory'];
export type Need = { category: NeedCategory; note: string | null };

const PAGE = 200;

export const people = {
  all: () => ['people'] as const,

  /** Everybody who works at a school: some hundreds, so that search and filters answer at once. */
  staff: (organizationId: string) =>
    queryOptions({
      queryKey: [...people.all(), 'staff', organizationId],
      staleTime: 30_000,
      queryFn: async ({ signal }) => {
        const items: Staff[] = [];
        let cursor: string | null = null;
        do {
          const query: { size: number; cursor?: string } = { size: PAGE, ...(cursor ? { cursor } : {}) };
          const page = await data(
            api.GET('/api/v1/organizations/{id}/people', {
              params: { path: { id: organizationId }, query },
              signal,
            }),
          );
          items.push(...page.items);
          cursor = page.next;
        } while (cursor);
        return items;
      },
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...people.all(), 'detail', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/people/{id}', { params: { path: { id } }, signal })),
    }),
};

export type NeedPlace = { organizationId: string; personId: string; schoolYear: number };

const path = ({ organizationId, personId }: NeedPlace) => ({ id: organizationId, personId });

export const saveNeed = (place: NeedPlace, { category, note }: Need) =>
  data(
    api.PUT('/api/v1/organizations/{id}/people/{personId}/need', {
      params: { path: path(place) },
      body: { schoolYear: place.schoolYear, category, ...(note ? { note } : {}) },
    }),
  );

export const clearNeed = (place: NeedPlace) =>
  data(
    api.DELETE('/api/v1/organizations/{id}/people/{personId}/need', {
      params: { path: path(place), query: { schoolYear: place.schoolYear } },
    }),
  );
