export const periodKinds = ['month', 'quarter', 'schoolYear'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A run of months; months are counted from the year 0, so that they add and compare. */
export type Period = { code: string; kind: PeriodKind; first: number };

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, schoolYear: 12 };
/** Months from January to September, when a school year begins. */
const SEPTEMBER = 8;

const two = (number: number) => String(number).padStart(2, '0');

export const monthOf = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;

export const yearOf = (month: number) => Math.floor(month / 12);

/** First day of the month, as the API writes dates. */
export const firstDay = (month: number) => `${yearOf(month)}-${two((month % 12) + 1)}-01`;

const schoolYearOf = (month: number) => month - ((month - SEPTEMBER) % 12);

/** The period of a kind that a month belongs to. */
export function periodAt(kind: PeriodKind, month: number): Period {
  const first =
    kind === 'month' ? month : kind === 'quarter' ? month - (month % 3) : schoolYearOf(month);
  const year = yearOf(first);
  const code = {
    month: `${year}-${two((first % 12) + 1)}`,
    quarter: `${year}-Q${Math.floor((first % 12) / 3) + 1}`,
    schoolYear: `${year}/${two((year + 1) % 100)}`,
  }[kind];
  return { code, kind, first };
}

/** Undefined for what the API would not understand. */
export function parsePeriod(code: string): Period | undefined {
  const match = /^(20\d\d)(?:-(0[1-9]|1[0-2])|-Q([1-4])|\/(\d\d))$/.exec(code);
  if (!match) return undefined;
  const [, year, month, quarter] = match;
  const january = 12 * Number(year);
  const period = month
    ? periodAt('month', january + Number(month) - 1)
    : quarter
      ? periodAt('quarter', january + 3 * (Number(quarter) - 1))
      : periodAt('schoolYear', january + SEPTEMBER);
  return period.code === code ? period : undefined;
}

export const periodBefore = ({ kind, first }: Period) => periodAt(kind, first - 1);

/** What can be chosen: this school year and the last one, newest first. */
export function periodChoices(kind: PeriodKind, newest: number): Period[] {
  const oldest = schoolYearOf(newest) - MONTHS.schoolYear;
  const choices: Period[] = [];
  for (let period = periodAt(kind, newest); period.first + MONTHS[kind] > oldest; period = periodBefore(period))
    choices.push(period);
  return choices;
}
