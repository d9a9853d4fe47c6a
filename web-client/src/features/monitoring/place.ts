import type { components } from '@/shared/api/schema';
import type { IndicatorValue, TerritoryDashboard } from './api';
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
