import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { programs } from './api';

type Schemas = components['schemas'];

export type PlanVersion = Schemas['ListPlanVersionsItem'];
export type PlanChange = Schemas['PlanChange'];
export type Product = Schemas['ListProductsItem'];
export type ProgramRecord = Schemas['ListProgramRecordsItem'];
export type Template = Schemas['ListRoadmapTemplatesItem'];
export type PaceDepth = NonNullable<Schemas['SetPaceGoal']['depth']>;

export const recordKinds: ProgramRecord['kind'][] = ['ProfessionalDevelopment', 'MethodicalWork'];

const at = (id: string) => ({ path: { programId: id } });

/** What belongs to one program beside itself. */
export const plans = {
  versions: (id: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'versions', id],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/programs/{programId}/plan-versions', { params: at(id), signal })),
    }),

  version: (id: string, number: number) =>
    queryOptions({
      queryKey: [...programs.all(), 'version', id, number],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/programs/{programId}/plan-versions/{number}', { params: { path: { programId: id, number } }, signal }),
        ),
    }),

  products: (id: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'products', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/products', { params: at(id), signal })),
    }),

  records: (id: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'records', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/records', { params: at(id), signal })),
    }),

  comments: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...programs.all(), 'comments', id],
      staleTime: 10_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/programs/{programId}/comments', {
            params: { ...at(id), query: pageParam ? { cursor: pageParam } : {} },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  templates: (organizationId: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'templates', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/roadmap-templates', { params: { query: { organizationId } }, signal })),
    }),
};
