import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type MeetingStatus = Schemas['MeetingStatus'];
export type MeetingMode = Schemas['MeetingMode'];
export type Meeting = Schemas['ListMeetingsItem'];
export type MeetingBody = Schemas['PlanMeetingBody'];
export type MeetingNote = Schemas['GetMeetingNoteNote'];
