import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { path, type Need, type StaffPlace } from './api';

export type NeedPlace = { organizationId: string; personId: string; schoolYear: number };

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
