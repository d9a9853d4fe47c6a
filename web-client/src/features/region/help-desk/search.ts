import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export const queueViews = ['Open', 'Mine', 'Unassigned', 'Overdue', 'All'] as const satisfies readonly Schemas['HelpQueueView'][];
export const helpStatuses = ['Asked', 'Taken', 'Answered', 'Reopened', 'Closed', 'Withdrawn'] as const satisfies readonly Schemas['HelpStatus'][];
export const deskTabs = ['queue', 'articles', 'load'] as const;

/** What the address of one's own questions asks for. */
export type MineSearch = { org?: string | undefined; status?: Schemas['HelpStatus'] | undefined };

/** What the address of a body's desk asks for. */
export type DeskSearch = {
  tab?: (typeof deskTabs)[number] | undefined;
  view?: (typeof queueViews)[number] | undefined;
  form?: string | undefined;
  area?: string | undefined;
  q?: string | undefined;
};

/** What the address of the articles asks for. */
export type ArticlesSearch = { q?: string | undefined; area?: string | undefined };

export const tones = { Asked: 'wait', Taken: 'wait', Answered: 'ok', Reopened: 'risk', Closed: 'off', Withdrawn: 'off' } as const;
export const articleTones = { Draft: 'wait', Published: 'ok', Withdrawn: 'off' } as const;
