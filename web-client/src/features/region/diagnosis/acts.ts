import { api, data } from '@/shared/api/client';

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
};
