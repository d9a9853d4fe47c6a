import { api, data } from '@/shared/api/client';
import type { OrganizationRecord } from './api';

/** @param on The first day there; empty where they always stood there. */
export const setMunicipality = (territoryCode: string, organizationIds: string[], on: string, key: Record<string, string>) =>
  data(
    api.POST('/api/v1/organizations/municipality', {
      params: { header: key },
      body: { territoryCode, organizationIds, on: on || null },
    }),
  );

/** An event in an organization's life, as its dialog fills it in. */
export type Life = {
  what: 'Closed' | 'Merged' | 'Split' | 'Moved' | 'KindChanged';
  on: string;
  successorIds: string[];
  staysOpen: boolean;
  territoryCode: string;
  kind: string;
  address: string;
  basis: string;
  /** What becomes of the people of one that ends; empty where nobody is there. */
  staff: '' | 'HandOver' | 'Release';
  /** Which of several parts takes over. */
  heirId: string;
};

export function tellLife({ id, version }: OrganizationRecord, life: Life, header: Record<string, string>) {
  const { what, on, successorIds, staysOpen, territoryCode, kind } = life;
  const params = { path: { organizationId: id }, header };
  const basis = life.basis.trim() || null;
  const shared = { version, on, basis };
  if (what === 'Moved') {
    const address = life.address.trim() || null;
    return data(api.POST('/api/v1/organizations/{organizationId}/move', { params, body: { ...shared, territoryCode, address } }));
  }
  if (what === 'KindChanged') return data(api.POST('/api/v1/organizations/{organizationId}/change-kind', { params, body: { ...shared, kind } }));
  const goesOn = what === 'Split' && staysOpen;
  const staff = goesOn || life.staff === '' ? 'None' : life.staff;
  const heirId = !goesOn && successorIds.length > 1 && successorIds.includes(life.heirId) ? life.heirId : null;
  return data(
    api.POST('/api/v1/organizations/{organizationId}/end', { params, body: { ...shared, how: what, successorIds, staysOpen: goesOn, staff, heirId } }),
  );
}

/** Who carries on one that the register has closed. */
export type Correction = { successorIds: string[]; basis: string };

export const correctSuccessor = ({ id, version }: OrganizationRecord, { successorIds, basis }: Correction, header: Record<string, string>) =>
  data(
    api.POST('/api/v1/organizations/{organizationId}/correct-successor', {
      params: { path: { organizationId: id }, header },
      body: { version, successorId: successorIds[0] ?? null, basis: basis.trim() || null },
    }),
  );

export const undoEnd = ({ id, version }: OrganizationRecord, header: Record<string, string>) =>
  data(api.POST('/api/v1/organizations/{organizationId}/end/undo', { params: { path: { organizationId: id }, header }, body: { version } }));
