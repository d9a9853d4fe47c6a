import type { Tone } from '@/shared/ui/status-tag';
import type { Program, ProgramStatus } from './types';

export const tones: Record<ProgramStatus, Tone> = {
  Draft: 'wait',
  Consent: 'wait',
  Council: 'wait',
  Approved: 'wait',
  Active: 'ok',
  Paused: 'risk',
  Completed: 'off',
  EndedEarly: 'off',
  Cancelled: 'off',
};

export const statuses = Object.keys(tones) as ProgramStatus[];

/** The states that every program goes through when nothing goes wrong. */
export const road = ['Draft', 'Consent', 'Council', 'Approved', 'Active', 'Completed'] as const;
export type RoadState = (typeof road)[number];

/** Where on the road a program stands; one that was given up stands where it was given up. */
export function placeOnRoad({ status, submittedAt, approvedAt, activatedAt }: Program): RoadState {
  if (status === 'Paused') return 'Active';
  if (status === 'EndedEarly') return 'Completed';
  if (status !== 'Cancelled') return status;
  if (activatedAt) return 'Active';
  if (approvedAt) return 'Approved';
  return submittedAt ? 'Consent' : 'Draft';
}
