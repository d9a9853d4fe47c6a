import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export const views = ['Own', 'Asked', 'Shared'] as const satisfies readonly Schemas['DiagnosisView'][];
export const kinds = ['Achievements', 'Deficits'] as const satisfies readonly Schemas['DiagnosisKind'][];

export type DiagnosesSearch = { view?: (typeof views)[number] | undefined; q?: string | undefined; personId?: string | undefined };

export const tones = { Draft: 'wait', Done: 'ok', Superseded: 'off', Withdrawn: 'off' } as const;
