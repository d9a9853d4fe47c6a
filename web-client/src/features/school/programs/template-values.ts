import { parseNumber } from '@/shared/i18n/numbers';
import type { Template } from './plan-api';
import type { Responsible } from './types';

/** The API's longest term of an activity, in days. */
export const LONGEST = 1100;

/** The form of a template. Its fields are named as in the API, so that the server's faults find them. */
export type TemplateValues = {
  title: string;
  purposeCode: string;
  goals: { areaCode: string; difficulty: string; goal: string; measure: string }[];
  activities: {
    activity: string;
    /** A number as it is typed. */
    dueAfterDays: string;
    responsible: Responsible;
    expectedResult: string;
  }[];
};

export const templateFields: readonly (keyof TemplateValues)[] = ['title', 'purposeCode', 'goals', 'activities'];

export const noTemplateGoal = () => ({ areaCode: '', difficulty: '', goal: '', measure: '' });
export const noStep = () => ({ activity: '', dueAfterDays: '', responsible: 'Mentor' as const, expectedResult: '' });

export const emptyTemplate = (): TemplateValues => ({ title: '', purposeCode: '', goals: [], activities: [noStep()] });

export const templateValues = ({ title, purposeCode, goals, activities }: Template): TemplateValues => ({
  ...{ title, purposeCode },
  goals: goals.map(({ areaCode, difficulty, goal, measure }) => ({ areaCode, difficulty, goal, measure: measure ?? '' })),
  activities: activities.map(({ activity, dueAfterDays, responsible, expectedResult }) => ({
    ...{ activity, responsible, expectedResult },
    dueAfterDays: String(dueAfterDays),
  })),
});

export const templateBody = ({ title, purposeCode, goals, activities }: TemplateValues) => ({
  ...{ title: title.trim(), purposeCode },
  goals: goals.map(({ measure, ...goal }) => ({ ...goal, measure: measure.trim() || null })),
  activities: activities.map((step) => ({ ...step, dueAfterDays: parseNumber(step.dueAfterDays) ?? 0 })),
});
