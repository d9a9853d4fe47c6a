import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components, operations } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Item = Schemas['ListPupilResultsItem'];
export type Result = Schemas['GetPupilResultResult'];
export type Change = Schemas['GetPupilResultChange'];
export type Figure = Schemas['PupilFigure'];
export type SumItem = Schemas['GetPupilResultSumsItem'];
export type Entry = Schemas['EnterPupilResultBody'];
export type Asked = Omit<NonNullable<operations['ListPupilResults']['parameters']['query']>, 'cursor' | 'size'>;

const root = ['pupil-results'] as const;
const ofSchool = (organizationId: string) => `/api/v1/organizations/${organizationId}/pupil-results`;

export const results = {
  all: root,

  list: (query: Asked) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', query],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => data(api.GET('/api/v1/pupil-results', { params: { query: { ...query, ...after(pageParam) } }, signal })),
      getNextPageParam: nextPage,
    }),

  detail: (pupilResultId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', pupilResultId],
      staleTime: 5_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/pupil-results/{pupilResultId}', { params: { path: { pupilResultId } }, signal })),
    }),

  sums: (organizationId: string, schoolYear: number) =>
    queryOptions({
      queryKey: [...root, 'sums', organizationId, schoolYear],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/pupil-results/sums', {
            params: { path: { organizationId }, query: { schoolYear } },
            signal,
          }),
        ),
    }),

  file: (organizationId: string, schoolYear: number, kind: string | undefined) =>
    `${ofSchool(organizationId)}.csv?schoolYear=${schoolYear}${kind ? `&kind=${kind}` : ''}`,
};
