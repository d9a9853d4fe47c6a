import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
type Key = Record<string, string>;
const at = (evaluationId: string) => ({ path: { evaluationId } });
const of = (organizationId: string) => ({ path: { organizationId } });

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
