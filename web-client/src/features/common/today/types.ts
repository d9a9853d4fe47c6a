import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
/** The document leaves open what its lists of names hold. */
type Named<T, Key extends keyof T> = Omit<T, Key> & Record<Key, string[]>;

export type TaskKind = Schemas['TaskKind'];
export type AgendaMeeting = Named<Schemas['GetAgendaNearMeeting'], 'with'>;
export type AgendaTask = Schemas['GetAgendaOpenTask'];
export type AgendaCount = Schemas['GetAgendaTaskCount'];
export type AgendaProgram = Named<Schemas['GetAgendaOwnProgram'], 'partners'>;
export type Agenda = Omit<Schemas['GetAgendaResult'], 'meetings' | 'programs'> & {
  meetings: AgendaMeeting[];
  programs: AgendaProgram[];
};
