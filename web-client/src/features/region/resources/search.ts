import type { components } from '@/shared/api/schema';

export const formats = ['OnSite', 'Online', 'Mixed'] as const satisfies readonly components['schemas']['ResourceFormat'][];

/** What the address of the list asks for. */
export type ResourcesSearch = {
  q?: string | undefined;
  kind?: string | undefined;
  area?: string | undefined;
  format?: (typeof formats)[number] | undefined;
  /** Only where a place is free. */
  free?: 'yes' | undefined;
  /** Only what the own body keeps. */
  body?: string | undefined;
};
