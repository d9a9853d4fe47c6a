import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Council = Schemas['GetCouncilResult'];
export type Seat = Schemas['GetCouncilSeat'];
export type MySeat = Schemas['ListMySeatsItem'];
export type MeetingItem = Schemas['ListCouncilMeetingsItem'];
export type Meeting = Schemas['GetCouncilMeetingResult'];
export type Point = Schemas['GetCouncilMeetingPoint'];
export type Decision = Schemas['GetCouncilMeetingDecision'];
export type DecisionItem = Schemas['ListCouncilDecisionsItem'];
export type DecisionStatus = Schemas['DecisionStatus'];
export type AgendaKind = Schemas['AgendaKind'];
export type AgendaPoint = Schemas['AgendaPoint'];
export type Vote = NonNullable<Schemas['Vote']>;
export type WaitingProgram = Schemas['ListProgramsItem'];
export type Program = Schemas['GetProgramResult'];
