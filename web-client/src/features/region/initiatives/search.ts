import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export const scopes = ['Municipality', 'Region', 'Country'] as const satisfies readonly Schemas['InitiativeScope'][];
export const statuses = ['Draft', 'Open', 'Running', 'Completed', 'Closed'] as const satisfies readonly Schemas['InitiativeStatus'][];
export const reportStatuses = ['Assigned', 'Reported', 'Returned', 'Accepted', 'Withdrawn'] as const satisfies readonly Schemas['SchoolReportStatus'][];

/** What the address of the initiatives asks for. */
export type InitiativesSearch = {
  q?: string | undefined;
  own?: 'yes' | undefined;
  scope?: (typeof scopes)[number] | undefined;
  status?: (typeof statuses)[number] | undefined;
  area?: string | undefined;
};

/** What the address of a school's tasks asks for. */
export type OwnTasksSearch = { q?: string | undefined; status?: (typeof reportStatuses)[number] | undefined };

/** What the address of the tasks that one has set asks for; `initiative` is what a new one is to be set in. */
export type SchoolTasksSearch = { q?: string | undefined; waiting?: 'yes' | undefined; initiative?: string | undefined };

/** What the address of one task asks for. */
export type ReportsSearch = { q?: string | undefined; status?: (typeof reportStatuses)[number] | undefined; late?: 'yes' | undefined };

export const tones = { Draft: 'wait', Open: 'wait', Running: 'ok', Completed: 'off', Closed: 'off' } as const;
export const taskTones = { Open: 'wait', Taken: 'ok', Done: 'off', Dropped: 'off' } as const;
export const reportTones = { Assigned: 'wait', Reported: 'wait', Accepted: 'ok', Returned: 'risk', Withdrawn: 'off' } as const;
