import { api, data } from '@/shared/api/client';
import type { NewCase } from './types';

type Key = Record<string, string>;
const at = (id: string) => ({ path: { id } });

export const caseActs = {
  open: (body: NewCase, headers: Key) => data(api.POST('/api/v1/cases', { body, headers })),
  assign: (id: string, version: number, personIds: string[]) =>
    data(api.PUT('/api/v1/cases/{id}/arbiters', { params: at(id), body: { version, personIds } })),
  decline: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{id}/decline', { params: at(id), body: { version, reason } })),
  hear: (id: string, version: number, note: string) =>
    data(api.POST('/api/v1/cases/{id}/hearing', { params: at(id), body: { version, note } })),
  settle: (id: string, version: number, agreement: string) =>
    data(api.POST('/api/v1/cases/{id}/settlement', { params: at(id), body: { version, agreement } })),
  decide: (id: string, version: number, decision: string, measures: string) =>
    data(
      api.POST('/api/v1/cases/{id}/decision', {
        params: at(id),
        body: { version, decision, ...(measures ? { measures } : {}) },
      }),
    ),
  appeal: (id: string, version: number, grounds: string) =>
    data(api.POST('/api/v1/cases/{id}/appeal', { params: at(id), body: { version, grounds } })),
  withdraw: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{id}/withdrawal', { params: at(id), body: { version, reason } })),
  say: (id: string, text: string, headers: Key) =>
    data(api.POST('/api/v1/cases/{id}/entries', { params: at(id), body: { text }, headers })),
};
