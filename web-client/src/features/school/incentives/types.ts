import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Incentive = Schemas['ListIncentivesItem'];
export type IncentiveFunction = Schemas['IncentiveFunction'];

/** What stimulation does, in the order of the document. Routes read it before the page is loaded. */
export const incentiveFunctions: IncentiveFunction[] = ['Economic', 'Social', 'Moral'];
