import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { DictionaryCode } from '@/shared/dictionary/api';
import { territoriesIn } from '@/shared/territories/api';

export type Territory = components['schemas']['ListTerritoriesItem'];
export type DictionaryEntry = components['schemas']['ListDictionaryItem'];
export type StorageRow = components['schemas']['ListStorageUsageItem'];
export type NewTerritory = components['schemas']['AddTerritoryCommand'];

export type ConnectedSystem = components['schemas']['ListClientsItem'];
export type NewSystem = components['schemas']['RegisterClientCommand'];
export type Registered = components['schemas']['RegisterClientResult'];

export type Job = components['schemas']['ListJobsItem'];
export type FailedJob = components['schemas']['ListFailedJobsItem'];

export const dictionaries = [
  'position',
  'organization-kind',
  'psychology-method',
  'pulse-statement',
  'school-condition',
  'risk-kind',
  'evaluation-criterion',
  'practice-criterion',
  'help-form',
  'pedagogical-product',
  'support-service',
  'resource-kind',
  'sector',
  'sector-direction',
  'sector-result',
  'mentoring-form',
  'mentoring-kind',
  'program-purpose',
  'competence-area',
  'mentor-topic',
  'mentee-category',
  'subject',
  'help-form',
  'pedagogical-product',
  'olympiad-stage',
  'support-service',
  'resource-kind',
] as const satisfies readonly DictionaryCode[];

export type EntryText = { nameRu: string; nameEn: string; source?: string };

export const admin = {
  territories: territoriesIn,

  storageState: () =>
    queryOptions({
      queryKey: ['storage', 'state'],
      staleTime: 10_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/storage', { signal })),
    }),

  storageUsage: () =>
    infiniteQueryOptions({
      queryKey: ['storage', 'organizations'],
      staleTime: 15_000,
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/storage/organizations', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  systems: () =>
    queryOptions({
      queryKey: ['admin', 'systems'],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/clients', { signal })),
    }),

  registerSystem: (body: NewSystem, header: Record<string, string>) => data(api.POST('/api/v1/clients', { params: { header }, body })),

  revokeSystem: (clientId: string) => data(api.DELETE('/api/v1/clients/{clientId}', { params: { path: { clientId } } })),

  /** Walks every chain, and so is asked only by hand. */
  audit: () =>
    queryOptions({
      queryKey: ['admin', 'audit'],
      staleTime: Infinity,
      queryFn: ({ signal }) => data(api.GET('/api/v1/audit/verify', { signal })),
    }),

  jobs: () =>
    queryOptions({
      queryKey: ['admin', 'jobs'],
      staleTime: 5_000,
      refetchInterval: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/jobs', { signal })),
    }),

  failedJobs: () =>
    queryOptions({
      queryKey: ['admin', 'jobs', 'failed'],
      staleTime: 5_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/jobs/failed', { signal })),
    }),

  runJob: (id: string) => data(api.POST('/api/v1/jobs/{jobId}/run', { params: { path: { jobId: id } } })),

  retryJob: (id: string) => data(api.POST('/api/v1/jobs/failed/{failedJobId}/retry', { params: { path: { failedJobId: id } } })),

  setQuota: (id: string, megabytes: number | null) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/storage/quota', { params: { path: { organizationId: id } }, body: { megabytes } })),

  addTerritory: (body: NewTerritory, header: Record<string, string>) => data(api.POST('/api/v1/territories', { params: { header }, body })),

  addEntry: (dictionary: DictionaryCode, body: EntryText & { code: string }, header: Record<string, string>) =>
    data(api.POST('/api/v1/dictionaries/{dictionary}', { params: { path: { dictionary }, header }, body })),

  /** From today on the entry reads so. */
  reviseEntry: (dictionary: DictionaryCode, { code, version, data: rest }: DictionaryEntry, text: EntryText, header: Record<string, string>) =>
    data(
      api.POST('/api/v1/dictionaries/{dictionary}/{code}/revisions', {
        params: { path: { dictionary, code }, header },
        body: { ...text, version, data: rest },
      }),
    ),
};
