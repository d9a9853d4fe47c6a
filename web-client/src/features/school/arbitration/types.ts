import type { components } from '@/shared/api/schema';
import type { Tone } from '@/shared/ui/status-tag';

type Schemas = components['schemas'];

export type CaseItem = Schemas['ListCasesItem'];
export type Case = Schemas['GetCaseResult'];
export type CaseStep = Schemas['CaseStep'];
export type NewCase = Schemas['OpenCaseCommand'];

export const caseTones: Record<Case['status'], Tone> = {
  Opened: 'wait',
  Assigned: 'wait',
  Hearing: 'wait',
  Decided: 'ok',
  Appealed: 'risk',
  Rehearing: 'wait',
  Final: 'ok',
  Settled: 'ok',
  Withdrawn: 'off',
  Declined: 'off',
};

export const caseKinds = ['Complaint', 'Appeal', 'Disagreement', 'Consultation'] as const;
export const caseSubjects = ['Conditions', 'Mentor', 'Mentee', 'Curator', 'Head', 'Council', 'CouncilChair'] as const;
