import type { components } from '@/shared/api/schema';

export const routeStatuses = [
  'SelfImage',
  'Diagnosis',
  'Roadmap',
  'InProgress',
  'Reflection',
  'Completed',
  'Closed',
] as const satisfies readonly components['schemas']['RouteStatus'][];
export type RouteStatus = (typeof routeStatuses)[number];

/** What the address of a school's page asks for. */
export type RoutesSearch = { q?: string | undefined; status?: RouteStatus | undefined };

export const tones = {
  SelfImage: 'wait',
  Diagnosis: 'wait',
  Roadmap: 'wait',
  InProgress: 'ok',
  Reflection: 'ok',
  Completed: 'off',
  Closed: 'off',
} as const;
