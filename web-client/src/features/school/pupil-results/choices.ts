import type { components } from '@/shared/api/schema';
import { today } from '@/shared/i18n/dates';
import { schoolYearOf } from '@/shared/i18n/school-year';
import type { Kind } from './search';

export type Term = components['schemas']['AttainmentTerm'];

export const terms = ['Quarter1', 'Quarter2', 'Quarter3', 'Quarter4', 'HalfYear1', 'HalfYear2', 'Year'] as const satisfies readonly Term[];

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** In which grades there is such a thing. */
export const gradesOf = (kind: Kind): readonly number[] =>
  ({ Vpr: [4, 5, 6, 7, 8, 10], Oge: [9], Ege: [11], Attainment: range(1, 11), Olympiad: range(1, 11) })[kind];

export const presentYear = () => schoolYearOf(new Date(`${today()}T00:00`));

/** The present school year and those before it that are still spoken of. */
export const years = () => range(0, 5).map((back) => presentYear() - back);
