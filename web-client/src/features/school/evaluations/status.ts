import type { Tone } from '@/shared/ui/status-tag';
import type { CouncilEvaluation } from './types';

export const evaluationTones: Record<CouncilEvaluation['status'], Tone> = { Open: 'wait', Concluded: 'ok', Cancelled: 'off' };
