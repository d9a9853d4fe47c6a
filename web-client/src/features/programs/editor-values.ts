import dayjs from 'dayjs';
import { today } from '@/shared/i18n/dates';
import { parseNumber } from '@/shared/i18n/numbers';
import type { Activity, ParticipantRole, Program, ProgramPlan, Responsible } from './types';

const DAY = 'YYYY-MM-DD';

/** A number as it is typed. */
type Amount = string;

export type GoalValues = {
  /** Of a goal that is there already. */
  rowId?: string;
  areaCode: string;
  difficulty: string;
  goal: string;
  measure: string;
  measureBefore: Amount;
  measureTarget: Amount;
};

export type ActivityValues = {
  /** Of an activity that is there already. */
  rowId?: string;
  activity: string;
  dueOn: string;
  responsible: Responsible;
  expectedResult: string;
  /** Taken from a template: so many days after the first day, and the day that this came to. */
  after?: number;
  counted?: string;
};

export type PersonValues = { personId: string; name: string; role: ParticipantRole };

/** The form of a program. Its fields are named as in the API, so that the server's faults find them. */
export type ProgramValues = {
  title: string;
  formCode: string;
  kindCode: string;
  purposeCode: string;
  startsOn: string;
  endsOn: string;
  content: string;
  /** In roubles while on the screen; nothing means without pay. */
  payKopecks: Amount;
  participants: PersonValues[];
  goals: GoalValues[];
  activities: ActivityValues[];
  /** Why the plan changes; kept with its new version. */
  reason: string;
};

export const fields: readonly (keyof ProgramValues)[] = [
  'title',
  'formCode',
  'kindCode',
  'purposeCode',
  'startsOn',
  'endsOn',
  'content',
  'payKopecks',
  'participants',
  'goals',
  'activities',
  'reason',
];

export const noPerson = (role: ParticipantRole): PersonValues => ({ personId: '', name: '', role });
export const noGoal = (): GoalValues => ({
  areaCode: '',
  difficulty: '',
  goal: '',
  measure: '',
  measureBefore: '',
  measureTarget: '',
});
export const noActivity = (): ActivityValues => ({
  activity: '',
  dueOn: '',
  responsible: 'Mentor',
  expectedResult: '',
});

/** Whether nobody has written anything into a row; who is responsible is chosen from the start. */
export const isBlank = (row: GoalValues | ActivityValues) =>
  Object.entries(row).every(([field, value]) => unwritten.includes(field) || !String(value).trim());

const unwritten = ['rowId', 'responsible', 'after', 'counted'];

type Somebody = { id: string; name: string };

/** For whom a program is drafted; with the mentor, when matching has found one. */
export type Pair = { mentee?: Somebody | undefined; mentor?: Somebody | undefined };

const taken = (person: Somebody | undefined) => (person ? { personId: person.id, name: person.name } : {});

/** The month after which a school year has no lessons. */
const MAY = 4;
const SHORTEST_DAYS = 60;

/** From today to the end of lessons, and over the summer when that is near. */
function usualTerm(startsOn = today()) {
  const start = dayjs(startsOn);
  const end = start.month(MAY).endOf('month');
  const endsOn = end.diff(start, 'day') < SHORTEST_DAYS ? end.add(1, 'year') : end;
  return { startsOn, endsOn: endsOn.format(DAY) };
}

export const emptyProgram = ({ mentor, mentee }: Pair = {}): ProgramValues => ({
  title: '',
  formCode: '',
  kindCode: '',
  purposeCode: '',
  ...usualTerm(),
  content: '',
  payKopecks: '',
  participants: [
    { ...noPerson('Mentor'), ...taken(mentor) },
    { ...noPerson('Mentee'), ...taken(mentee) },
  ],
  goals: [noGoal()],
  activities: [noActivity()],
  reason: '',
});

export const typed = (value: number | null | undefined) =>
  value == null ? '' : String(value).replace('.', ',');

export const valuesOf = (program: Program): ProgramValues => ({
  title: program.title,
  formCode: program.formCode,
  kindCode: program.kindCode,
  purposeCode: program.purposeCode,
  startsOn: program.startsOn,
  endsOn: program.endsOn,
  content: program.content,
  payKopecks: typed(program.payKopecks == null ? null : program.payKopecks / 100),
  participants: program.participants
    .filter(({ leftOn }) => !leftOn)
    .map(({ personId, name, role }) => ({ personId, name, role })),
  goals: program.goals.map(({ id, areaCode, difficulty, goal, measure, measureBefore, measureTarget }) => ({
    rowId: id,
    areaCode,
    difficulty,
    goal,
    measure: measure ?? '',
    measureBefore: typed(measureBefore),
    measureTarget: typed(measureTarget),
  })),
  activities: program.activities.map(({ id, activity, dueOn, responsible, expectedResult }) => ({
    rowId: id,
    activity,
    dueOn,
    responsible,
    expectedResult,
  })),
  reason: '',
});

const number = (amount: Amount) => parseNumber(amount) ?? null;

const goalOf = ({ areaCode, difficulty, goal, measure, measureBefore, measureTarget }: GoalValues) => ({
  areaCode,
  difficulty,
  goal,
  measure: measure.trim() || null,
  measureBefore: number(measureBefore),
  measureTarget: number(measureTarget),
});

const activityOf = ({ activity, dueOn, responsible, expectedResult }: ActivityValues) => ({
  activity,
  dueOn,
  responsible,
  expectedResult,
});

const known = (rowId: string | undefined) => (rowId ? { id: rowId } : {});

export const bodyOf = (values: ProgramValues): ProgramPlan => {
  const { title, formCode, kindCode, purposeCode, startsOn, endsOn, content } = values;
  const pay = number(values.payKopecks);
  return {
    ...{ title, formCode, kindCode, purposeCode, startsOn, endsOn, content },
    payKopecks: pay === null ? null : Math.round(pay * 100),
    participants: values.participants.map(({ personId, role }) => ({ personId, role })),
    goals: values.goals.map(goalOf),
    activities: values.activities.map(activityOf),
  };
};

/** Goals and roadmap of a program in force, what is done first and as it was. */
export const correctionOf = ({ reason, goals, activities }: ProgramValues, done: readonly Activity[]) => ({
  reason: reason.trim(),
  goals: goals.map((goal) => ({ ...goalOf(goal), ...known(goal.rowId) })),
  activities: [
    ...done.map((one) => ({ ...activityOf(one), id: one.id })),
    ...activities.map((one) => ({ ...activityOf(one), ...known(one.rowId) })),
  ],
});
