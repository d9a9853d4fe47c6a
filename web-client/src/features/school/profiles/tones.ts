import type { MenteeStatus, MentorStatus, RequestStatus } from './api';
import type { Tone } from '@/shared/ui/status-tag';

export const mentorStatuses = ['Draft', 'Confirmed', 'Paused'] as const satisfies readonly MentorStatus[];
export const menteeStatuses = ['Open', 'Matched', 'Closed'] as const satisfies readonly MenteeStatus[];

export const mentorTones: Record<MentorStatus, Tone> = { Draft: 'wait', Confirmed: 'ok', Paused: 'off' };
export const menteeTones: Record<MenteeStatus, Tone> = { Open: 'wait', Matched: 'ok', Closed: 'off' };
export const requestTones: Record<RequestStatus, Tone> = {
  Draft: 'wait',
  Submitted: 'wait',
  Accepted: 'ok',
  Returned: 'risk',
  Fulfilled: 'off',
  Withdrawn: 'off',
};
