import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Kind = Schemas['PupilResultKind'];

export const kinds = ['Vpr', 'Oge', 'Ege', 'Attainment', 'Olympiad'] as const satisfies readonly Kind[];

/** What is shown of a school: sums, or the figures that they are made of. */
export const schoolViews = ['figures', 'withdrawn'] as const;
export const ownViews = ['mentees'] as const;

export type SchoolSearch = {
  q?: string | undefined;
  view?: (typeof schoolViews)[number] | undefined;
  year?: number | undefined;
  kind?: Kind | undefined;
  subject?: string | undefined;
};

export type OwnSearch = {
  q?: string | undefined;
  view?: (typeof ownViews)[number] | undefined;
  year?: number | undefined;
  kind?: Kind | undefined;
};
