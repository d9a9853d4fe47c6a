import type { Tone } from '@/shared/ui/status-tag';
import type { Incentive } from './types';

export const incentiveTones: Record<Incentive['status'], Tone> = {
  Proposed: 'wait',
  Supported: 'wait',
  NotSupported: 'off',
  Granted: 'ok',
  Declined: 'off',
  Withdrawn: 'off',
};
