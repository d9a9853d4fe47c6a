import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Preparation = Schemas['ListPreparationsItem'];
export type CouncilTask = Schemas['ListCouncilTasksItem'];
