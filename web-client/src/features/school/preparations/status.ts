import type { Tone } from '@/shared/ui/status-tag';
import type { CouncilTask, Preparation } from './types';

export const preparationTones: Record<Preparation['status'], Tone> = {
  Preparing: 'wait',
  TookPart: 'ok',
  Cancelled: 'off',
};

export const taskTones: Record<CouncilTask['status'], Tone> = { Open: 'wait', Done: 'ok', Dropped: 'off' };
