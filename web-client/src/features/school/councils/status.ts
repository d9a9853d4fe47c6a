import type { Tone } from '@/shared/ui/status-tag';
import type { AgendaKind, DecisionStatus, MeetingItem, Seat } from './types';

export const seatTones: Record<Seat['status'], Tone> = {
  Invited: 'wait',
  Agreed: 'wait',
  Held: 'ok',
  Declined: 'off',
  Withdrawn: 'off',
  Ended: 'off',
};

export const meetingTones: Record<MeetingItem['status'], Tone> = {
  Planned: 'wait',
  InSession: 'risk',
  Held: 'ok',
  Cancelled: 'off',
};

export const decisionTones: Record<DecisionStatus, Tone> = {
  Proposed: 'wait',
  Voting: 'risk',
  Adopted: 'ok',
  Rejected: 'off',
  Withdrawn: 'off',
  CarriedOut: 'ok',
  Revoked: 'off',
};

export const agendaKinds = [
  'Program',
  'Act',
  'Matching',
  'Difficulties',
  'Preparation',
  'Incentive',
  'Provision',
  'Evaluation',
  'Other',
] as const satisfies readonly AgendaKind[];

export const councilTabs = ['queue', 'drafts', 'meetings', 'decisions', 'members'] as const;
export type CouncilTab = (typeof councilTabs)[number];

/** The states of decisions that are worth looking for. */
export const decisionFilters = ['Adopted', 'CarriedOut', 'Revoked', 'Rejected'] as const satisfies readonly DecisionStatus[];
