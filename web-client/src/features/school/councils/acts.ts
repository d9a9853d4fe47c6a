import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Vote } from './types';

type Schemas = components['schemas'];
type Key = Record<string, string>;
const at = (meetingId: string) => ({ path: { meetingId } });
const atDecision = (decisionId: string) => ({ path: { decisionId } });
const atSeat = (seatId: string) => ({ path: { seatId } });
const of = (organizationId: string) => ({ path: { organizationId } });

export const councilActs = {
  invite: (organizationId: string, body: Schemas['InviteToCouncilBody'], headers: Key) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/seats', { params: of(organizationId), body, headers }),
    ),
  answer: (id: string, version: number, accepted: boolean) =>
    data(api.POST('/api/v1/council/seats/{seatId}/answer', { params: atSeat(id), body: { version, accepted } })),
  leave: (id: string, version: number, reason: string) =>
    data(
      api.POST('/api/v1/council/seats/{seatId}/leave', {
        params: atSeat(id),
        body: { version, ...(reason ? { reason } : {}) },
      }),
    ),
  endSeat: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/council/seats/{seatId}/end', { params: atSeat(id), body: { version, reason } })),

  decideProgram: (id: string, version: number, decision: Schemas['ApprovalDecision'], comment: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/decide-as-council', {
        params: { path: { programId: id } },
        body: { version, decision, ...(comment ? { comment } : {}) },
      }),
    ),

  plan: (organizationId: string, body: Schemas['PlanCouncilMeetingBody'], headers: Key) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/meetings', {
        params: of(organizationId),
        body,
        headers,
      }),
    ),
  revise: (id: string, body: Schemas['ReviseCouncilMeetingBody']) =>
    data(api.PUT('/api/v1/council/meetings/{meetingId}', { params: at(id), body })),
  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/council/meetings/{meetingId}/cancel', { params: at(id), body: { version, reason } })),
  addPoint: (id: string, body: Schemas['AgendaPoint'], headers: Key) =>
    data(api.POST('/api/v1/council/meetings/{meetingId}/agenda', { params: at(id), body, headers })),
  open: (id: string, version: number, present: string[]) =>
    data(api.POST('/api/v1/council/meetings/{meetingId}/open', { params: at(id), body: { version, present } })),
  attend: (id: string, version: number, present: string[]) =>
    data(api.PUT('/api/v1/council/meetings/{meetingId}/attendance', { params: at(id), body: { version, present } })),
  close: (id: string, body: Schemas['CloseCouncilMeetingBody']) =>
    data(api.POST('/api/v1/council/meetings/{meetingId}/close', { params: at(id), body })),

  propose: (meetingId: string, body: Schemas['ProposeDecisionBody'], headers: Key) =>
    data(api.POST('/api/v1/council/meetings/{meetingId}/decisions', { params: at(meetingId), body, headers })),
  openVote: (id: string, version: number) =>
    data(api.POST('/api/v1/council/decisions/{decisionId}/open-vote', { params: atDecision(id), body: { version } })),
  vote: (id: string, vote: Vote) =>
    data(api.PUT('/api/v1/council/decisions/{decisionId}/vote', { params: atDecision(id), body: { vote } })),
  closeVote: (id: string, version: number) =>
    data(api.POST('/api/v1/council/decisions/{decisionId}/close-vote', { params: atDecision(id), body: { version } })),
  step: (id: string, version: number, step: Schemas['DecisionStep'], note: string) =>
    data(
      api.POST('/api/v1/council/decisions/{decisionId}/take-step', {
        params: atDecision(id),
        body: { version, step, ...(note ? { note } : {}) },
      }),
    ),
};
