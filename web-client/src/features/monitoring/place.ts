import type { components } from '@/shared/api/schema';
import type { Indicator, IndicatorValue, TerritoryDashboard } from './api';
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

export const valueAt = ({ values }: Place, indicator: string): number | null =>
  values.find(({ code }) => code === indicator)?.value ?? null;

/** What stands beside the value where it is a ratio of few. */
export function baseAt({ values }: Place, indicator: string, measures: Pick<Measures, 'base'>) {
  const found = values.find(({ code }) => code === indicator);
  return found && measures.base(found);
}

/** Each place's rank by an indicator, the best first and equal ones alike; without a value there is none. */
export function ranksOf(places: readonly Place[], { code, direction }: Indicator): ReadonlyMap<string, number> {
  const turn = direction === 'LessIsBetter' ? 1 : -1;
  const known = places
    .flatMap((place) => {
      const value = valueAt(place, code);
      return value === null ? [] : [{ id: place.id, value }];
    })
    .sort((a, b) => turn * (a.value - b.value));
  return new Map(known.map(({ id, value }) => [id, known.findIndex((other) => other.value === value) + 1]));
}
