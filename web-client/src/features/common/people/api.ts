import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { readPerson, staff } from '@/shared/staff/api';

export type { Staff } from '@/shared/staff/api';
export type Person = components['schemas']['GetPersonResult'];
export type StaffEdit = components['schemas']['ListStaffEditsItem'];
export type EndReason = components['schemas']['EndReason'];
export type StaffPlace = { organizationId: string; personId: string };
export type NeedCategory = components['schemas']['NeedCategory'];
export type Need = { category: NeedCategory; note: string | null };

/** Whether a post is still held on a day. */
export const worksOn = ({ endedOn }: Person['employments'][number], day: string) => !endedOn || endedOn > day;

export const people = {
  all: () => ['people'] as const,

  staff: staff.all,

  detail: (id: string) =>
    queryOptions({
      queryKey: [...people.all(), 'detail', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => readPerson(id, signal),
    }),

  edits: (place: StaffPlace) =>
    queryOptions({
      queryKey: [...people.all(), 'edits', place],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/people/{personId}/edits', {
          params: { path: path(place) },
          signal,
        }),
      ),
    }),

  /** What would follow if the work ended. */
  end: (place: StaffPlace, employmentId: string, lastDay: string) =>
    queryOptions({
      queryKey: [...people.all(), 'end', place, employmentId, lastDay],
      staleTime: 10_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/people/{personId}/employments/{employmentId}/end', {
            params: { path: { ...path(place), employmentId }, query: { lastDay } },
            signal,
          }),
        ),
    }),
};

export type NeedPlace = { organizationId: string; personId: string; schoolYear: number };

const path = ({ organizationId, personId }: StaffPlace) => ({ organizationId, personId });

export const saveNeed = (place: NeedPlace, { category, note }: Need) =>
  data(
    api.PUT('/api/v1/organizations/{organizationId}/people/{personId}/need', {
      params: { path: path(place) },
      body: { schoolYear: place.schoolYear, category, ...(note ? { note } : {}) },
    }),
  );

export const clearNeed = (place: NeedPlace) =>
  data(
    api.DELETE('/api/v1/organizations/{organizationId}/people/{personId}/need', {
      params: { path: path(place), query: { schoolYear: place.schoolYear } },
    }),
  );

type Key = Record<string, string>;

export const revisePerson = (place: StaffPlace, body: components['schemas']['RevisePersonBody'], key: Key) =>
  data(api.PUT('/api/v1/organizations/{organizationId}/people/{personId}', { params: { path: path(place), header: key }, body }));

export const changeEmployment = (place: StaffPlace, employmentId: string, body: components['schemas']['ChangeEmploymentBody'], key: Key) =>
  data(
    api.POST('/api/v1/organizations/{organizationId}/people/{personId}/employments/{employmentId}/change', {
      params: { path: { ...path(place), employmentId }, header: key },
      body,
    }),
  );

export const endEmployment = (place: StaffPlace, employmentId: string, body: components['schemas']['EndEmploymentBody'], key: Key) =>
  data(
    api.POST('/api/v1/organizations/{organizationId}/people/{personId}/employments/{employmentId}/end', {
      params: { path: { ...path(place), employmentId }, header: key },
      body,
    }),
  );

export const undoStaffEdit = (place: StaffPlace, editId: string) =>
  data(
    api.POST('/api/v1/organizations/{organizationId}/people/{personId}/edits/{editId}/undo', {
      params: { path: { ...path(place), editId } },
    }),
  );
