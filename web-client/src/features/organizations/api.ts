import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

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
};

function query({ q, region, municipality, kind, status }: OrganizationSearch, cursor?: string) {
  const territory = municipality ?? region;
  return {
    ...(q ? { search: q } : {}),
    ...(territory ? { territory } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

export const organizations = {
  all: () => ['organizations'] as const,

  list: (search: OrganizationSearch) =>
    infiniteQueryOptions({
      queryKey: [...organizations.all(), 'list', query(search)],
      staleTime: 30_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/organizations', { params: { query: query(search, pageParam) }, signal })),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...organizations.all(), 'detail', id],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal })),
    }),

  municipalities: (region: string) =>
    queryOptions({
      queryKey: [...organizations.all(), 'municipalities', region],
      staleTime: 3_600_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/territories', { params: { query: { parent: region } }, signal })),
    }),
};
