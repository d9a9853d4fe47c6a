import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { InitiativesSearch, OwnTasksSearch, ReportsSearch, SchoolTasksSearch } from './search';

type Schemas = components['schemas'];
export type Initiative = Schemas['GetInitiativeResult'];
export type InitiativeItem = Schemas['ListInitiativesItem'];
export type InitiativeCard = Schemas['InitiativeCard'];
export type Member = Schemas['GetInitiativeMember'];
export type GroupTask = Schemas['GetInitiativeGroupTask'];
export type Meeting = Schemas['GetInitiativeMeeting'];
export type GroupFile = Schemas['GetInitiativeGroupFile'];
export type Target = Schemas['ListSchoolTaskTargetsItem'];
export type Entry = Schemas['ListInitiativeEntriesItem'];
export type OwnTask = Schemas['ListOwnSchoolTasksItem'];
export type SchoolTask = Schemas['GetSchoolTaskResult'];
export type SchoolTaskItem = Schemas['SchoolTaskFacts'];
export type Report = Schemas['ListSchoolReportsItem'];

const root = ['initiatives'] as const;

export const initiatives = {
  all: root,

  list: ({ q, own, scope, status, area }: InitiativesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', { q, own, scope, status, area }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = {
          ...(q ? { search: q } : {}),
          ...(own ? { own: true } : {}),
          ...(scope ? { scope } : {}),
          ...(status ? { status } : {}),
          ...(area ? { area } : {}),
          ...after(pageParam),
        };
        return data(api.GET('/api/v1/initiatives', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  detail: (initiativeId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', initiativeId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/initiatives/{initiativeId}', { params: { path: { initiativeId } }, signal })),
    }),

  entries: (initiativeId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'entries', initiativeId],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/initiatives/{initiativeId}/entries', { params: { path: { initiativeId }, query: after(pageParam) }, signal })),
      getNextPageParam: nextPage,
    }),

  ownTasks: (organizationId: string, { q, status }: OwnTasksSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'own-tasks', organizationId, { q, status }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(q ? { search: q } : {}), ...(status ? { status } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/school-tasks', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  schoolTasks: ({ q, waiting }: SchoolTasksSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'school-tasks', { q, waiting }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(q ? { search: q } : {}), ...(waiting ? { waiting: true } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/school-tasks', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  schoolTask: (taskId: string) =>
    queryOptions({
      queryKey: [...root, 'school-task', taskId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/school-tasks/{taskId}', { params: { path: { taskId } }, signal })),
    }),

  reports: (taskId: string, search: ReportsSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'reports', taskId, search],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/school-tasks/{taskId}/school-reports', {
            params: { path: { taskId }, query: { ...reportsQuery(search), ...after(pageParam) } },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),

  reportsFile: (taskId: string, search: ReportsSearch) =>
    `/api/v1/school-tasks/${taskId}/school-reports.csv?${new URLSearchParams(
      Object.entries(reportsQuery(search)).map(([name, value]) => [name, String(value)]),
    ).toString()}`,

  /** Who can be set a task in the name of a territory or a body, to choose among. */
  targets: (of: { territoryCode: string } | { bodyId: string }) =>
    queryOptions({
      queryKey: [...root, 'targets', of],
      staleTime: 300_000,
      queryFn: ({ signal }) =>
        everyPage((cursor) =>
          data(api.GET('/api/v1/school-tasks/targets', { params: { query: { ...of, size: LARGEST_PAGE, ...after(cursor) } }, signal })),
        ),
    }),

  fileOf: (initiativeId: string, fileId: string) => `/api/v1/initiatives/${initiativeId}/files/${fileId}`,
};

const reportsQuery = ({ q, status, late }: ReportsSearch) => ({
  ...(q ? { search: q } : {}),
  ...(status ? { status } : {}),
  ...(late ? { overdue: true } : {}),
});
