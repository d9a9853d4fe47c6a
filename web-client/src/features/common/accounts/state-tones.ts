import type { Tone } from '@/shared/ui/status-tag';
import type { AccountState } from './api';

export const stateTones: Record<AccountState, Tone> = { Active: 'ok', WithoutRole: 'off', NeverSignedIn: 'wait', LockedOut: 'risk', Blocked: 'risk' };
