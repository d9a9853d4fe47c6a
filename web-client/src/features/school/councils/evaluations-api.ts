import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { councils } from './api';

type Schemas = components['schemas'];
type Key = Record<string, string>;
const at = (evaluationId: string) => ({ path: { evaluationId } });
const of = (organizationId: string) => ({ path: { organizationId } });

export const evaluations = {
  list: (organizationId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'evaluations', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/evaluations', { params: of(organizationId), signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'evaluation', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/evaluations/{evaluationId}', { params: at(id), signal })),
    }),

  ofProgram: (programId: string) =>
    queryOptions({
      queryKey: [...councils.all(), 'program-evaluations', programId],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/council-evaluations', { params: { path: { programId } }, signal })),
    }),
};

export const evaluationActs = {
  open: (organizationId: string, body: Schemas['OpenCouncilEvaluationBody'], headers: Key) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/evaluations', {
        params: of(organizationId),
        body,
        headers,
      }),
    ),
  mark: (id: string, marks: Schemas['MarkCouncilEvaluationGiven'][]) =>
    data(api.PUT('/api/v1/council/evaluations/{evaluationId}/marks', { params: at(id), body: { marks } })),
  conclude: (id: string, body: Schemas['ConcludeCouncilEvaluationBody']) =>
    data(api.POST('/api/v1/council/evaluations/{evaluationId}/conclude', { params: at(id), body })),
  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/council/evaluations/{evaluationId}/cancel', { params: at(id), body: { version, reason } })),
};
