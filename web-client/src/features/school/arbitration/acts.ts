import { api, data } from '@/shared/api/client';
import type { NewCase } from './types';

type Key = Record<string, string>;
const at = (id: string) => ({ path: { caseId: id } });

export const caseActs = {
  open: (body: NewCase, headers: Key) => data(api.POST('/api/v1/cases', { body, headers })),
  assign: (id: string, version: number, personIds: string[]) =>
    data(api.PUT('/api/v1/cases/{caseId}/arbiters', { params: at(id), body: { version, personIds } })),
  decline: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{caseId}/decline', { params: at(id), body: { version, reason } })),
  hear: (id: string, version: number, note: string) =>
    data(api.POST('/api/v1/cases/{caseId}/hear', { params: at(id), body: { version, note } })),
  settle: (id: string, version: number, agreement: string) =>
    data(api.POST('/api/v1/cases/{caseId}/settle', { params: at(id), body: { version, agreement } })),
  decide: (id: string, version: number, decision: string, measures: string) =>
    data(
      api.POST('/api/v1/cases/{caseId}/decide', {
        params: at(id),
        body: { version, decision, ...(measures ? { measures } : {}) },
      }),
    ),
  appeal: (id: string, version: number, grounds: string) =>
    data(api.POST('/api/v1/cases/{caseId}/appeal', { params: at(id), body: { version, grounds } })),
  withdraw: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{caseId}/withdraw', { params: at(id), body: { version, reason } })),
  say: (id: string, text: string, headers: Key) =>
    data(api.POST('/api/v1/cases/{caseId}/entries', { params: at(id), body: { text }, headers })),
};
