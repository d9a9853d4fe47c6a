import type { Activity, PlanLine } from './api';

/** An activity as a line of the plan. */
export const lineOf = ({ id, section, title, startsOn, endsOn, product, areaCodes, findingIds, resources, programId }: Activity): PlanLine => ({
  id,
  section,
  title,
  startsOn,
  endsOn,
  product,
  areaCodes,
  findingIds,
  resources,
  programId,
});
