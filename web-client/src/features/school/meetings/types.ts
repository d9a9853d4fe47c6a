import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type MeetingStatus = Schemas['MeetingStatus'];
export type MeetingMode = Schemas['MeetingMode'];
export type Meeting = Schemas['MeetingItem'];
export type MeetingBody = Schemas['PlanMeetingBody'];
export type SeriesBody = Omit<Schemas['PlanMeetingSeriesBody'], 'onWorkingDays'>;
/** With its program, among all of the school. */
export type SchoolMeeting = Schemas['SchoolMeeting'];
/** A goal of the program that a topic may serve. */
export type GoalOption = { id: string; goal: string };
export type MeetingNote = Schemas['GetMeetingNoteNote'];
