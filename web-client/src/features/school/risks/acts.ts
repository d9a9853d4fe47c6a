import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { path, type RiskPlan } from './api';

type Schemas = components['schemas'];
type Header = Record<string, string>;

const risk = (organizationId: string, riskId: string) => ({ path: { organizationId, riskId } });
const pathSignal = (signalId: string) => ({ path: { signalId } });

export const riskActs = {
  open: (id: string, body: RiskPlan, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/risks', { params: { ...path(id), header }, body })),
  revise: (id: string, riskId: string, version: number, plan: RiskPlan) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/risks/{riskId}', { params: risk(id, riskId), body: { version, plan } })),
  move: (id: string, riskId: string, body: Schemas['MoveRiskBody']) =>
    data(api.POST('/api/v1/organizations/{organizationId}/risks/{riskId}/move', { params: risk(id, riskId), body })),
  addMeasure: (id: string, riskId: string, body: Schemas['AddRiskMeasureBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/risks/{riskId}/measures', { params: { ...risk(id, riskId), header }, body })),
  finishMeasure: (id: string, riskId: string, measureId: string, body: Schemas['FinishRiskMeasureBody']) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/risks/{riskId}/measures/{measureId}/finish', {
        params: { path: { organizationId: id, riskId, measureId } },
        body,
      }),
    ),
  explain: (id: string, body: Schemas['ExplainSignalBody']) =>
    data(api.POST('/api/v1/signals/{signalId}/explain', { params: pathSignal(id), body })),
  decide: (id: string, body: Schemas['DecideSignalBody']) =>
    data(api.POST('/api/v1/signals/{signalId}/decide', { params: pathSignal(id), body })),
};
