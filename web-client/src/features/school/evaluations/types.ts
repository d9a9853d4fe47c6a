import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type CouncilEvaluation = Schemas['GetCouncilEvaluationResult'];
export type EvaluationMean = Schemas['EvaluationMean'];
