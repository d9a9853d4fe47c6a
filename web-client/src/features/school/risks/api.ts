import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Risk = Schemas['ListRisksItem'];
export type RiskPlan = Schemas['RiskPlan'];
export type Signal = Schemas['SignalView'];

type Header = Record<string, string>;
const root = ['risks'] as const;
const path = (organizationId: string) => ({ path: { organizationId } });
const pathSignal = (signalId: string) => ({ path: { signalId } });
const risk = (id: string, riskId: string) => ({ path: { organizationId: id, riskId } });

export const risks = {
  all: root,
  list: (id: string) =>
    queryOptions({
      queryKey: [...root, 'list', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/risks', { params: path(id), signal })),
    }),
  signals: (id: string) =>
    queryOptions({
      queryKey: [...root, 'signals', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/signals', { params: path(id), signal })),
    }),
  mySignals: () =>
    queryOptions({
      queryKey: [...root, 'my-signals'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/signals', { signal })),
    }),
};

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
