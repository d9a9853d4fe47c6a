import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type AnalysisArea = Schemas['GetCouncilAnalysisArea'];
export type AnalysisTopic = Schemas['GetCouncilAnalysisTopic'];
export type AnalysisGap = Schemas['GetCouncilAnalysisGap'];
