import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export const practiceViews = ['Published', 'Own', 'Queue'] as const;
export type PracticeView = (typeof practiceViews)[number];

/** What each shelf can be narrowed to; what is published has one state alone. */
export const statusesOf = {
  Published: [],
  Own: ['Draft', 'Submitted', 'InReview', 'Selected', 'Published', 'Superseded', 'Withdrawn'],
  Queue: ['Submitted', 'InReview', 'Selected'],
} as const satisfies Record<PracticeView, readonly Schemas['PracticeStatus'][]>;

export const practiceStatuses = statusesOf.Own;

/** What the address of the page asks for. */
export type PracticesSearch = {
  org?: string | undefined;
  view?: PracticeView | undefined;
  q?: string | undefined;
  area?: string | undefined;
  topic?: string | undefined;
  status?: (typeof practiceStatuses)[number] | undefined;
};
