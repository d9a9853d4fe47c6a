import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { RoutesSearch } from './search';

type Schemas = components['schemas'];
export type Route = Schemas['GetRouteResult'];
export type Version = Schemas['GetRouteVersionResult'];
export type Activity = Schemas['GetRouteActivity'];
export type Finding = Schemas['GetRouteFinding'];
export type RouteGoal = Schemas['RouteGoal'];
export type SchoolRoute = Schemas['SchoolRoute'];
export type PlanLine = Schemas['PlanLine'];
export type RouteFile = Schemas['RouteFile'];

const root = ['routes'] as const;

const schoolQuery = ({ q, status }: RoutesSearch) => ({ ...(q ? { search: q } : {}), ...(status ? { status } : {}) });

export const routes = {
  all: root,

  own: () =>
    queryOptions({
      queryKey: [...root, 'own'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/routes', { signal })),
    }),

  detail: (routeId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', routeId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/routes/{routeId}', { params: { path: { routeId } }, signal })),
    }),

  diagnoses: (routeId: string) =>
    queryOptions({
      queryKey: [...root, 'diagnoses', routeId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/routes/{routeId}/diagnoses', { params: { path: { routeId } }, signal })),
    }),

  goals: (routeId: string) =>
    queryOptions({
      queryKey: [...root, 'goals', routeId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/routes/{routeId}/goals', { params: { path: { routeId } }, signal })),
    }),

  version: (routeId: string, number: number) =>
    queryOptions({
      queryKey: [...root, 'version', routeId, number],
      staleTime: 300_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/routes/{routeId}/versions/{number}', { params: { path: { routeId, number } }, signal })),
    }),

  school: (organizationId: string, search: RoutesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'school', organizationId, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...schoolQuery(search), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/routes', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  sums: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'sums', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/routes/sums', { params: { path: { organizationId } }, signal })),
    }),

  paper: (routeId: string) => `/api/v1/routes/${routeId}/document.docx`,
  file: (routeId: string) => `/api/v1/routes/${routeId}/file.json`,

  schoolFile: (organizationId: string, search: RoutesSearch) =>
    `/api/v1/organizations/${organizationId}/routes.csv?${new URLSearchParams(schoolQuery(search))}`,
};
