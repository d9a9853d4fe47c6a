import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import { organizations as shared, organizationsPage } from '@/shared/organizations/api';

export type Organization = components['schemas']['ListOrganizationsItem'];
export type OrganizationRecord = components['schemas']['GetOrganizationResult'];
export type OrganizationEvent = components['schemas']['GetOrganizationEvent'];
export type OrganizationStatus = components['schemas']['OrganizationStatus'];

export type OrganizationSearch = {
  q?: string | undefined;
  region?: string | undefined;
  municipality?: string | undefined;
  kind?: string | undefined;
  status?: OrganizationStatus | undefined;
  /** Only those whose municipality is not known. */
  unplaced?: 'yes' | undefined;
};

function query({ q, region, municipality, kind, status, unplaced }: OrganizationSearch) {
  const territory = municipality ?? region;
  return {
    ...(q ? { search: q } : {}),
    ...(territory ? { territory } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(unplaced ? { unplaced: true } : {}),
  };
}

export const organizations = {
  ...shared,

  list: (search: OrganizationSearch) =>
    infiniteQueryOptions({
      queryKey: [...organizations.all(), 'list', query(search)],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => organizationsPage(query(search), pageParam, signal),
      getNextPageParam: nextPage,
    }),
};

export const setMunicipality = (territoryCode: string, organizationIds: string[], key: Record<string, string>) =>
  data(
    api.POST('/api/v1/organizations/municipality', {
      params: { header: key },
      body: { territoryCode, organizationIds },
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
};

export function tellLife({ id, version }: OrganizationRecord, life: Life, header: Record<string, string>) {
  const { what, on, successorIds, staysOpen, territoryCode, kind } = life;
  const params = { path: { id }, header };
  const basis = life.basis.trim() || null;
  const shared = { version, on, basis };
  if (what === 'Moved') {
    const address = life.address.trim() || null;
    return data(api.POST('/api/v1/organizations/{id}/move', { params, body: { ...shared, territoryCode, address } }));
  }
  if (what === 'KindChanged') return data(api.POST('/api/v1/organizations/{id}/kind', { params, body: { ...shared, kind } }));
  return data(
    api.POST('/api/v1/organizations/{id}/end', {
      params,
      body: { ...shared, how: what, successorIds, staysOpen: what === 'Split' && staysOpen },
    }),
  );
}
