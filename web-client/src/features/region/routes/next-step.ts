import type { Activity, Route } from './api';
import type { RouteStatus } from './search';

export const stepNumbers = [1, 2, 3, 4, 5, 6, 7] as const;
export type StepNumber = (typeof stepNumbers)[number];

export const stepId = (step: StepNumber) => `step-${step}`;

/** What the teacher does next: words by `code`, where it is done, and the state that it leads to once the step is made. */
export type NextStep = { code: NextCode; step?: StepNumber; activity?: Activity; to?: RouteStatus };
export type NextCode =
  | 'image'
  | 'toDiagnosis'
  | 'findings'
  | 'toRoadmap'
  | 'plan'
  | 'toWork'
  | 'overdue'
  | 'product'
  | 'finish'
  | 'begin'
  | 'wait'
  | 'toReflection'
  | 'reflect'
  | 'toEnd'
  | 'over';

/** The step of the seven that the route is at; none once it is over. */
export function stepNow({ route, findings }: Route): StepNumber | undefined {
  switch (route.status) {
    case 'SelfImage':
      return 1;
    case 'Diagnosis':
      return findings.some(({ kind }) => kind === 'Strength') ? 3 : 2;
    case 'Roadmap':
      return 4;
    case 'InProgress':
      return 5;
    case 'Reflection':
      return 7;
    default:
      return undefined;
  }
}

/** Which steps have something written in them. */
export const stepsMade = ({ route, findings, activities, products, versions, reflections }: Route): ReadonlySet<StepNumber> =>
  new Set(
    stepNumbers.filter(
      (step) =>
        [
          route.image !== '',
          findings.some(({ kind }) => kind === 'Strength'),
          findings.some(({ kind }) => kind === 'Deficit'),
          activities.length > 0,
          products.length > 0,
          versions.length > 1,
          reflections.length > 0,
        ][step - 1],
    ),
  );

const earliest = (activities: Activity[], by: 'startsOn' | 'endsOn') => activities.toSorted((one, other) => one[by].localeCompare(other[by]))[0];

/** @param today the day of the reader, as the API writes days */
export function nextStep(route: Route, today: string): NextStep {
  const { status, image } = route.route;
  switch (status) {
    case 'SelfImage':
      return image ? { code: 'toDiagnosis', to: 'Diagnosis' } : { code: 'image', step: 1 };
    case 'Diagnosis':
      return route.findings.length > 0 ? { code: 'toRoadmap', to: 'Roadmap' } : { code: 'findings', step: 2 };
    case 'Roadmap':
      return route.activities.length > 0 ? { code: 'toWork', to: 'InProgress' } : { code: 'plan', step: 4 };
    case 'InProgress':
      return nextWork(route, today);
    case 'Reflection':
      return route.reflections.some(({ findingId }) => findingId === null) ? { code: 'toEnd', to: 'Completed' } : { code: 'reflect', step: 7 };
    default:
      return { code: 'over' };
  }
}

function nextWork({ activities, products }: Route, today: string): NextStep {
  const open = activities.filter(({ status }) => status === 'Planned' || status === 'InProgress');
  const overdue = earliest(open.filter(({ endsOn }) => endsOn < today), 'endsOn');
  if (overdue) return { code: 'overdue', step: 5, activity: overdue };
  const running = earliest(open.filter(({ status }) => status === 'InProgress'), 'endsOn');
  if (running) return { code: products.some(({ activityId }) => activityId === running.id) ? 'finish' : 'product', step: 5, activity: running };
  const due = earliest(open, 'startsOn');
  if (due) return { code: due.startsOn <= today ? 'begin' : 'wait', step: 5, activity: due };
  return { code: 'toReflection', to: 'Reflection' };
}
