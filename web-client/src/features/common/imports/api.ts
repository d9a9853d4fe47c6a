import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Import = components['schemas']['GetImportResult'];
export type ImportPerson = components['schemas']['ListImportPeopleItem'];
export type PersonChange = ImportPerson['change'];
export type PersonDetail = ImportPerson['changes'][number];
export type ImportOrganization = components['schemas']['ListImportOrganizationsItem'];
export type OrganizationChange = ImportOrganization['change'];
export type ImportProblem = components['schemas']['ListImportProblemsItem'];
export type StaffList = components['schemas']['ReadStaffListResult'];
export type StaffColumn = StaffList['columns'][number];
export type StaffField = NonNullable<StaffColumn['field']>;
export type Said = components['schemas']['ReadStaffListBody'];
export type Matching = components['schemas']['MatchStaffListBody'];
export type NewPerson = components['schemas']['EnterPersonCommand'];
export type ImportKind = Import['kind'];
export type ImportStatus = Import['status'];

export type ImportResult = components['schemas']['ListImportResultsItem'];

/** Whose file it is: a school's staff or what its pupils reached, results that a body brings, or the register of organizations. */
export type Target =
  | { kind: 'Roster'; organizationId: string }
  | { kind: 'DiagnosisResults'; organizationId: string; instrumentId: string }
  | { kind: 'PupilResults'; organizationId: string }
  | { kind: 'OrganizationRegister' };

const listedAs = (kind: ImportKind): Target['kind'] => (kind === 'StaffList' ? 'Roster' : kind);

export const imports = {
  all: () => ['imports'] as const,

  list: (target: Target) =>
    infiniteQueryOptions({
      queryKey: [...imports.all(), 'list', target.kind, 'organizationId' in target ? target.organizationId : ''],
      staleTime: 10_000,
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ pageParam, signal }) => {
        const organization = 'organizationId' in target ? { organizationId: target.organizationId } : {};
        const kind = target.kind === 'Roster' ? {} : { kind: target.kind };
        const query = { ...organization, ...kind, ...(pageParam ? { cursor: pageParam } : {}) };
        const page = await data(api.GET('/api/v1/imports', { params: { query }, signal }));
        return { ...page, items: page.items.filter((one) => listedAs(one.kind) === target.kind) };
      },
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...imports.all(), 'detail', id],
      staleTime: 5_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/imports/{importId}', { params: { path: { importId: id } }, signal })),
    }),

  problems: (id: string, version: number) =>
    infiniteQueryOptions({
      // A second check, as the import is applied, may find others.
      queryKey: [...imports.all(), 'problems', id, version],
      staleTime: 60_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/imports/{importId}/problems', {
            params: { path: { importId: id }, query: pageParam ? { cursor: pageParam } : {} },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  people: (id: string, version: number, change: PersonChange) =>
    infiniteQueryOptions({
      queryKey: [...imports.all(), 'people', id, version, change],
      staleTime: 60_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/imports/{importId}/people', {
            params: { path: { importId: id }, query: { change, ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
      }),

  organizations: (id: string, version: number, change: OrganizationChange) =>
    infiniteQueryOptions({
      queryKey: [...imports.all(), 'organizations', id, version, change],
      staleTime: 60_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/imports/{importId}/organizations', {
            params: { path: { importId: id }, query: { change, ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  results: (id: string, version: number, search: string) =>
    infiniteQueryOptions({
      queryKey: [...imports.all(), 'results', id, version, search],
      staleTime: 60_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/imports/{importId}/diagnosis-results', {
            params: { path: { importId: id }, query: { ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  kinds: (id: string, version: number) =>
    queryOptions({
      queryKey: [...imports.all(), 'kinds', id, version],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/imports/{importId}/kinds', { params: { path: { importId: id } }, signal })),
    }),

  /** How a staff list would be read with what is said of it so far. */
  reading: (id: string, version: number, said: Said) =>
    queryOptions({
      queryKey: [...imports.all(), 'reading', id, version, said],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.POST('/api/v1/imports/{importId}/read', { params: { path: { importId: id } }, body: said, signal })),
      placeholderData: keepPreviousData,
    }),
};

export const staffTemplate = '/api/v1/imports/staff-list/template';
export const resultsTemplate = (instrumentId: string) => `/api/v1/instruments/${instrumentId}/template`;
export const pupilTemplate = '/api/v1/imports/pupil-results/template';
export const problemsCsv = (id: string) => `/api/v1/imports/${id}/problems.csv`;
export const eventsOf = (id: string) => `/api/v1/imports/${id}/events`;
