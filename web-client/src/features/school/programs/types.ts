import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type ProgramStatus = Schemas['ProgramStatus'];
export type ProgramStep = Schemas['ProgramStep'];
export type ParticipantRole = Schemas['ParticipantRole'];
export type Responsible = Schemas['Responsible'];
export type ConsentStatus = NonNullable<Schemas['ConsentStatus']>;
export type ContestOutcome = NonNullable<Schemas['ContestOutcome']>;
export type Decision = Schemas['ApprovalDecision'];

export type ProgramItem = Schemas['ListProgramsItem'];
export type Program = Schemas['GetProgramResult'];
export type Goal = Schemas['GetProgramProgramGoal'];
export type Activity = Schemas['GetProgramRoadmapActivity'];
export type Consent = Schemas['GetProgramConsentRecord'];
export type Evaluation = Schemas['GetProgramEvaluation'];
export type NewProgram = Schemas['CreateProgramCommand'];
export type ProgramPlan = Omit<NewProgram, 'organizationId'>;

export type EvaluationBody = Schemas['EvaluateProgramBody'];
