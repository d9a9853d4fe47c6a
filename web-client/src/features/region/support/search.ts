import type { components } from '@/shared/api/schema';

export const supportStates = ['InForce', 'ToCome', 'Ended'] as const satisfies readonly components['schemas']['SupportState'][];
export type SupportState = (typeof supportStates)[number];

/** What the address of a body's page asks for. */
export type SupportedSearch = {
  q?: string | undefined;
  service?: string | undefined;
  state?: SupportState | undefined;
  municipality?: string | undefined;
};

export const mapTabs = ['map', 'gaps', 'bodies'] as const;

export type BodiesSearch = { q?: string | undefined };

/** What the address of a territory's page asks for. */
export type MapSearch = BodiesSearch & { tab?: (typeof mapTabs)[number] | undefined; service?: string | undefined };

export const tones = { InForce: 'ok', ToCome: 'wait', Ended: 'off' } as const;
