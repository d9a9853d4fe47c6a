import type { Tone } from '@/shared/ui/status-tag';
import type { PostStatus } from './api';

export const tones: Record<PostStatus, Tone> = { Draft: 'wait', Published: 'ok', Withdrawn: 'off' };
