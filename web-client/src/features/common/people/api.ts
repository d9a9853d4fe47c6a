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

export const path = ({ organizationId, personId }: StaffPlace) => ({ organizationId, personId });

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
