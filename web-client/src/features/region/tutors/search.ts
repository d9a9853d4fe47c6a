import type { components } from '@/shared/api/schema';
import type { Tone } from '@/shared/ui/status-tag';

type Schemas = components['schemas'];
export type TutoringStatus = Schemas['TutoringStatus'];
export type Step = Schemas['TutoringStep'];

export const statuses = ['Requested', 'Proposed', 'Active', 'HandedOver', 'Ended', 'Declined', 'Withdrawn'] as const satisfies readonly TutoringStatus[];

export const tones: Record<TutoringStatus, Tone> = {
  Requested: 'wait',
  Proposed: 'wait',
  Active: 'ok',
  HandedOver: 'off',
  Ended: 'off',
  Declined: 'off',
  Withdrawn: 'off',
};

export const consultationTones: Record<Schemas['ConsultationStatus'], Tone> = { Planned: 'wait', Held: 'ok', Cancelled: 'off', Missed: 'risk' };

export const tutorTabs = ['registry', 'plan'] as const;

/** What the address of a body's tutors asks for. */
export type TutorsSearch = {
  q?: string | undefined;
  tab?: (typeof tutorTabs)[number] | undefined;
  zone?: string | undefined;
  sector?: string | undefined;
  show?: 'free' | 'former' | undefined;
};

/** What the address of the list of who accompanies whom asks for. */
export type TutoringSearch = { q?: string | undefined; status?: TutoringStatus | undefined; show?: 'overdue' | undefined };

export const tuteeTabs = ['board', 'week', 'differences'] as const;

/** What the address of a tutor's own page asks for. */
export type TuteesSearch = { q?: string | undefined; tab?: (typeof tuteeTabs)[number] | undefined; day?: string | undefined };

/** How urgent it is that the tutor sees to a teacher. */
export const needTones: Record<Schemas['TuteeNeed'], Tone> = {
  ToRecord: 'risk',
  Overdue: 'risk',
  Differs: 'risk',
  NoRoute: 'wait',
  Silent: 'wait',
  TermNear: 'wait',
  NothingPlanned: 'wait',
  Nothing: 'ok',
  Unanswered: 'off',
};
