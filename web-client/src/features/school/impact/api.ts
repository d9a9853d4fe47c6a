import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { Moment } from './search';

type Schemas = components['schemas'];
export type Own = Schemas['ListOwnImpactItem'];
export type Taken = Schemas['ImpactTaken'];
export type Change = Schemas['ScaleChange'];
export type Instrument = Schemas['ImpactInstrument'];
export type Measure = Schemas['GetImpactMeasureResult'];
export type Sum = Schemas['GetImpactSumsItem'];
export type Taking = Schemas['ListImpactTakingsItem'];
export type SchoolSaid = Schemas['GetSchoolImpactResult'];
export type Sums = Schemas['GetImpactSumsResult'];
export type OfProgram = Schemas['GetProgramImpactResult'];

const root = ['impact'] as const;

export const impact = {
  all: root,

  own: () =>
    queryOptions({ queryKey: [...root, 'own'], staleTime: 15_000, queryFn: ({ signal }) => data(api.GET('/api/v1/me/impact', { signal })) }),

  ofProgram: (programId: string) =>
    queryOptions({
      queryKey: [...root, 'program', programId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/impact', { params: { path: { programId } }, signal })),
    }),

  measure: (programId: string, moment: Moment) =>
    queryOptions({
      queryKey: [...root, 'measure', programId, moment],
      staleTime: 5_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/impact/{moment}', { params: { path: { programId, moment } }, signal })),
    }),

  sums: (organizationId: string, schoolYear: number) =>
    queryOptions({
      queryKey: [...root, 'sums', organizationId, schoolYear],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/impact/sums', { params: { path: { organizationId }, query: { schoolYear } }, signal })),
    }),

  school: (organizationId: string, schoolYear: number, moment: Moment) =>
    queryOptions({
      queryKey: [...root, 'school', organizationId, schoolYear, moment],
      staleTime: 5_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/impact/school', { params: { path: { organizationId }, query: { schoolYear, moment } }, signal }),
        ),
    }),

  takings: (organizationId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'takings', organizationId],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/impact/takings', { params: { path: { organizationId }, query: after(pageParam) }, signal })),
      getNextPageParam: nextPage,
    }),

  file: (organizationId: string, schoolYear: number) => `/api/v1/organizations/${organizationId}/impact.csv?schoolYear=${schoolYear}`,
};
