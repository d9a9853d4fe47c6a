import { api, data } from '@/shared/api/client';
import type { ContestOutcome, Decision, EvaluationBody, NewProgram, ProgramPlan } from './types';

type Key = Record<string, string>;
const at = (id: string) => ({ path: { programId: id } });

/** What can be done to a program, one function for one operation of the API. */
export const programActs = {
  create: (body: NewProgram, headers: Key) => data(api.POST('/api/v1/programs', { body, headers })),

  revise: (id: string, body: ProgramPlan & { version: number; reason?: string }) =>
    data(api.PUT('/api/v1/programs/{programId}', { params: at(id), body })),

  submit: (id: string, version: number) =>
    data(api.POST('/api/v1/programs/{programId}/submit', { params: at(id), body: { version } })),

  decideAsCouncil: (id: string, body: { version: number; decision: Decision; comment?: string }) =>
    data(api.POST('/api/v1/programs/{programId}/decide-as-council', { params: at(id), body })),

  decideAsHead: (id: string, body: { version: number; decision: Decision; comment?: string }) =>
    data(api.POST('/api/v1/programs/{programId}/decide-as-head', { params: at(id), body })),

  decideConsent: (
    id: string,
    body: { given: boolean; termsVersion: number; termsHash: string; reason?: string },
  ) => data(api.POST('/api/v1/programs/{programId}/consents/decide', { params: at(id), body })),

  revokeConsent: (id: string, reason: string) =>
    data(api.POST('/api/v1/programs/{programId}/consents/revoke', { params: at(id), body: { reason } })),

  contestConsent: (id: string, consentId: string, words: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/consents/{consentId}/contest', {
        params: { path: { programId: id, consentId } },
        body: { words },
      }),
    ),

  settleConsent: (id: string, consentId: string, body: { outcome: ContestOutcome; reason: string }) =>
    data(api.POST('/api/v1/programs/{programId}/consents/{consentId}/settle', { params: { path: { programId: id, consentId } }, body })),

  pause: (id: string, version: number) =>
    data(api.POST('/api/v1/programs/{programId}/pause', { params: at(id), body: { version } })),

  resume: (id: string, version: number) =>
    data(api.POST('/api/v1/programs/{programId}/resume', { params: at(id), body: { version } })),

  complete: (id: string, version: number, undoneReason: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/complete', {
        params: at(id),
        body: { version, ...(undoneReason ? { undoneReason } : {}) },
      }),
    ),

  endEarly: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/programs/{programId}/end-early', { params: at(id), body: { version, reason } })),

  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/programs/{programId}/cancel', { params: at(id), body: { version, reason } })),

  evaluate: (id: string, body: EvaluationBody) =>
    data(api.PUT('/api/v1/programs/{programId}/evaluation', { params: at(id), body })),

  completeActivity: (id: string, activityId: string, version: number) =>
    data(
      api.PUT('/api/v1/programs/{programId}/activities/{activityId}/done', {
        params: { path: { programId: id, activityId } },
        body: { version },
      }),
    ),

  reopenActivity: (id: string, activityId: string) =>
    data(
      api.DELETE('/api/v1/programs/{programId}/activities/{activityId}/done', {
        params: { path: { programId: id, activityId } },
      }),
    ),
};
