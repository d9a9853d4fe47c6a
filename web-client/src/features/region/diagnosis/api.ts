import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { DiagnosesSearch } from './search';

type Schemas = components['schemas'];
export type DiagnosisItem = Schemas['ListDiagnosesItem'];
export type Diagnosis = Schemas['GetDiagnosisResult'];
export type Item = Schemas['InstrumentItem'];
export type Instrument = Schemas['GetInstrumentResult'];
export type InstrumentRow = Schemas['ListInstrumentsItem'];
export type Content = Schemas['InstrumentContent'];

const root = ['diagnosis'] as const;

export const diagnosis = {
  all: root,

  list: ({ view = 'Own', q, personId }: DiagnosesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', view, q ?? '', personId ?? ''],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { view, ...(q ? { search: q } : {}), ...(personId ? { personId } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/diagnoses', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  one: (diagnosisId: string) =>
    queryOptions({
      queryKey: [...root, 'one', diagnosisId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/diagnoses/{diagnosisId}', { params: { path: { diagnosisId } }, signal })),
    }),

  comparison: (diagnosisId: string, other: string) =>
    queryOptions({
      queryKey: [...root, 'comparison', diagnosisId, other],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/diagnoses/{diagnosisId}/comparison', { params: { path: { diagnosisId }, query: { with: other } }, signal })),
    }),

  helpers: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'helpers', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/diagnoses/helpers', { params: { query: { organizationId } }, signal })),
    }),

  /** Those that are used at a place, or that a territory has. */
  instruments: (filter: { at?: string; territory?: string; form?: Instrument['form']; status?: Instrument['status'] }) =>
    queryOptions({
      queryKey: [...root, 'instruments', filter],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        everyPage((cursor) => data(api.GET('/api/v1/instruments', { params: { query: { ...filter, size: LARGEST_PAGE, ...after(cursor) } }, signal }))),
    }),

  instrument: (instrumentId: string) =>
    queryOptions({
      queryKey: [...root, 'instrument', instrumentId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/instruments/{instrumentId}', { params: { path: { instrumentId } }, signal })),
    }),
};

export const evidenceOf = (diagnosisId: string, evidenceId: string) => `/api/v1/diagnoses/${diagnosisId}/evidence/${evidenceId}`;
