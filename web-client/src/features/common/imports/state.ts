import type { Tone } from '@/shared/ui/status-tag';
import type { ImportStatus } from './api';

export const tones: Record<ImportStatus, Tone> = {
  Unmatched: 'wait',
  Received: 'wait',
  Checking: 'wait',
  Checked: 'wait',
  Confirmed: 'wait',
  Applying: 'wait',
  Applied: 'ok',
  Failed: 'risk',
  Cancelled: 'off',
};

/** A job works on it, so that news of it will come. */
export const isMoving = (status: ImportStatus) =>
  status === 'Received' || status === 'Checking' || status === 'Confirmed' || status === 'Applying';

export const road = ['choose', 'columns', 'check', 'decide', 'apply', 'done'] as const;
export type Stage = (typeof road)[number];

export const stageOf = (status: ImportStatus): Stage => {
  switch (status) {
    case 'Unmatched':
      return 'columns';
    case 'Received':
    case 'Checking':
      return 'check';
    case 'Checked':
      return 'decide';
    case 'Confirmed':
    case 'Applying':
      return 'apply';
    default:
      return 'done';
  }
};
