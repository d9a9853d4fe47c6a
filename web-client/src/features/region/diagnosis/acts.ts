import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { upload } from '@/shared/api/upload';
import type { Instrument } from './api';

type Schemas = components['schemas'];
type Header = Record<string, string>;
const at = (diagnosisId: string) => ({ params: { path: { diagnosisId } } });

export const diagnosisActs = {
  start: (body: { organizationId: string; instrumentId: string; expertId: string | null }, header: Header) =>
    data(api.POST('/api/v1/diagnoses', { params: { header }, body })),
  save: (id: string, version: number, answers: Record<string, string>) =>
    data(api.PUT('/api/v1/diagnoses/{diagnosisId}/answers', { ...at(id), body: { version, answers } })),
  finish: (id: string, version: number) => data(api.POST('/api/v1/diagnoses/{diagnosisId}/finish', { ...at(id), body: { version } })),
  withdraw: (id: string, version: number) => data(api.POST('/api/v1/diagnoses/{diagnosisId}/withdraw', { ...at(id), body: { version } })),
  share: (id: string, version: number, personIds: string[], organizationIds: string[]) =>
    data(api.PUT('/api/v1/diagnoses/{diagnosisId}/readers', { ...at(id), body: { version, personIds, organizationIds } })),
  addEvidence: (id: string, areaCode: string, file: File) => {
    const body = new FormData();
    body.set('areaCode', areaCode);
    body.set('file', file);
    return upload({ path: `/api/v1/diagnoses/${id}/evidence`, body, idempotencyKey: crypto.randomUUID(), onProgress: () => undefined });
  },
  removeEvidence: (diagnosisId: string, evidenceId: string) =>
    data(api.DELETE('/api/v1/diagnoses/{diagnosisId}/evidence/{evidenceId}', { params: { path: { diagnosisId, evidenceId } } })),
  draft: (body: Schemas['DraftInstrumentBody'], header: Header) => data(api.POST('/api/v1/instruments', { params: { header }, body })),
  revise: (instrumentId: string, body: Schemas['ReviseInstrumentBody']) =>
    data(api.PUT('/api/v1/instruments/{instrumentId}', { params: { path: { instrumentId } }, body })),
  publish: ({ id: instrumentId, version }: Instrument) =>
    data(api.POST('/api/v1/instruments/{instrumentId}/publish', { params: { path: { instrumentId } }, body: { version } })),
  withdrawInstrument: ({ id: instrumentId, version }: Instrument) =>
    data(api.POST('/api/v1/instruments/{instrumentId}/withdraw', { params: { path: { instrumentId } }, body: { version } })),
};
