import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export const views = ['Own', 'Asked', 'Shared'] as const satisfies readonly Schemas['DiagnosisView'][];
export const kinds = ['Achievements', 'Deficits'] as const satisfies readonly Schemas['DiagnosisKind'][];

export type DiagnosesSearch = { view?: (typeof views)[number] | undefined; q?: string | undefined; personId?: string | undefined };

/** The word for whose view it is beside the own one. */
export const madeBy = (author: Schemas['DiagnosisAuthor']) => (author === 'Outside' ? 'byBody' : 'byExpert');

export const tones = { Draft: 'wait', Done: 'ok', Superseded: 'off', Withdrawn: 'off' } as const;

export const instrumentStatuses = ['Published', 'Draft', 'Withdrawn'] as const satisfies readonly Schemas['InstrumentStatus'][];
export const instrumentTones = { Draft: 'wait', Published: 'ok', Withdrawn: 'off' } as const;
export type InstrumentsSearch = { status?: (typeof instrumentStatuses)[number] | undefined; q?: string | undefined };
