import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export const eventStatuses = ['Planned', 'Held', 'Cancelled'] as const satisfies readonly Schemas['PublicEventStatus'][];
export const eventKinds = [
  'OpenLesson',
  'MasterClass',
  'RoundTable',
  'Conference',
  'Forum',
  'Contest',
  'OpenDay',
  'Other',
] as const satisfies readonly Schemas['PublicEventKind'][];
export const eventAudiences = [
  'Teachers',
  'YoungSpecialists',
  'Students',
  'Parents',
  'Everybody',
] as const satisfies readonly Schemas['PublicEventAudience'][];

/** What the address of the page asks for. */
export type EventsSearch = { q?: string | undefined; status?: (typeof eventStatuses)[number] | undefined; kind?: (typeof eventKinds)[number] | undefined };
