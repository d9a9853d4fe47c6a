import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { readPerson, staff } from '@/shared/staff/api';

export type { Staff } from '@/shared/staff/api';
export type Person = components['schemas']['GetPersonResult'];
export type NeedCategory = components['schemas']['NeedCategory'];
export type Need = { category: NeedCategory; note: string | null };

export const people = {
  all: () => ['people'] as const,

  staff: staff.all,

  detail: (id: string) =>
    queryOptions({
      queryKey: [...people.all(), 'detail', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => readPerson(id, signal),
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
