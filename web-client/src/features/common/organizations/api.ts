import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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

  /** What would end with the organization on this day. */
  ahead: (id: string, on: string, successorId?: string) =>
    queryOptions({
      queryKey: [...organizations.all(), 'ahead', id, on, successorId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/end', {
            params: { path: { organizationId: id }, query: { on, ...(successorId ? { successorId } : {}) } },
            signal,
          }),
        ),
    }),
};
