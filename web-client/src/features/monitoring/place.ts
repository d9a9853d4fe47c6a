import type { components } from '@/shared/api/schema';
import type { Indicator, IndicatorValue, Mark, TerritoryDashboard } from './api';
import { DIGITS } from './change';
import type { Measures } from './use-measures';

type School = components['schemas']['ListTerritoryOrganizationsItem'];
type Child = TerritoryDashboard['children'][number];

/** One row of a league or a table: a territory one level down, or a school. */
export type Place = {
  id: string;
  name: string;
  kind: 'territory' | 'school';
  values: readonly IndicatorValue[];
};

export const placeOfTerritory = (child: Child, { name }: Pick<Measures, 'name'>): Place => ({
  id: child.code,
  name: name(child),
  kind: 'territory',
  values: child.values,
});

export const placeOfSchool = (school: School): Place => ({
  id: school.id,
  name: school.nameShort,
  kind: 'school',
  values: school.values,
});

/** A name as it is looked for. */
export const plain = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е');

export const valueAt = ({ values }: Place, indicator: string): number | null =>
  values.find(({ code }) => code === indicator)?.value ?? null;

/** What stands in place of the value, if anything does. */
export const markAt = ({ values }: Place, indicator: string): Mark => values.find(({ code }) => code === indicator)?.mark ?? null;

/** What stands beside the value where it is a ratio of few. */
export function baseAt({ values }: Place, indicator: string, measures: Pick<Measures, 'base'>) {
  const found = values.find(({ code }) => code === indicator);
  return found && measures.base(found);
}

/** Of fewer a ratio says little: what it is a ratio of stands beside it, and it takes no rank. */
export const SMALL_BASE = 10;

/**
 * Each place's rank by an indicator, the best first and equal ones alike. There is none without a value, of a small base, and by an
 * indicator that only describes.
 */
export function ranksOf(places: readonly Place[], { code, direction }: Indicator): ReadonlyMap<string, number> {
  if (direction === 'Neutral') return new Map();
  const turn = direction === 'LessIsBetter' ? 1 : -1;
  const known = places
    .flatMap((place) => {
      const found = place.values.find((value) => value.code === code);
      if (!found || found.value === null || found.denominator === null || found.denominator < SMALL_BASE) return [];
      return [{ id: place.id, value: found.value }];
    })
    .sort((a, b) => turn * (a.value - b.value));
  return new Map(known.map(({ id, value }) => [id, known.findIndex((other) => other.value === value) + 1]));
}

/** Writes values of an indicator so that those of different ranks look different. */
export function writerOf(places: readonly Place[], indicator: Indicator, { format }: Pick<Measures, 'format'>) {
  const values = places.flatMap((place) => valueAt(place, indicator.code) ?? []);
  return (value: number) =>
    format(value, indicator, indicator.direction === 'Neutral' ? DIGITS : digitsOf(value, values));
}

const MOST_DIGITS = 4;

function digitsOf(value: number, others: readonly number[]) {
  const looksAlike = (digits: number) => {
    const rounded = (exact: number) => Math.round(exact * 10 ** digits);
    return others.some((other) => other !== value && rounded(other) === rounded(value));
  };
  let digits = DIGITS;
  while (digits < MOST_DIGITS && looksAlike(digits)) digits++;
  return digits;
}
