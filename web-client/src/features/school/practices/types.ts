import type { components } from '@/shared/api/schema';
import type { Tone } from '@/shared/ui/status-tag';

type Schemas = components['schemas'];

export type Practice = Schemas['GetPracticeResult'];
export type PracticeReview = Schemas['GetPracticeReview'];
export type PracticeItem = Schemas['ListPracticesItem'];
export type PracticeText = Omit<Schemas['RevisePracticeBody'], 'version'>;
export type PracticeSchool = Schemas['ListPracticeSchoolsItem'];
export type PracticeMark = Schemas['PracticeMark'];

export const practiceTones: Record<Practice['status'], Tone> = {
  Draft: 'wait',
  Submitted: 'wait',
  InReview: 'wait',
  Selected: 'ok',
  Published: 'ok',
  Superseded: 'off',
  Withdrawn: 'off',
};

export const useKinds = ['Resource', 'RoadmapIdea'] as const satisfies readonly Schemas['PracticeUseKind'][];
