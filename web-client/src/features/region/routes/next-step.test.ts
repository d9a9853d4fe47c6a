import { expect, test } from 'vitest';
import type { Activity, Route } from './api';
import { nextStep, stepNow, stepsMade } from './next-step';
import { routeStatuses } from './search';

const activity = (id: string, status: Activity['status'], startsOn: string, endsOn: string) => ({ id, status, startsOn, endsOn }) as Activity;

const route = (status: Route['route']['status'], rest: Partial<Route> = {}, image = 'Образ') =>
  ({ route: { status, image }, findings: [], activities: [], products: [], versions: [], reflections: [], ...rest }) as unknown as Route;

const today = '2026-11-30';
const codeOf = (of: Route) => nextStep(of, today).code;

test('each state has its next step, and it leads somewhere until the route is over', () => {
  for (const status of routeStatuses) {
    const { code, step, to } = nextStep(route(status), today);
    expect(code === 'over').toBe(status === 'Completed' || status === 'Closed');
    expect(code === 'over' || step !== undefined || to !== undefined).toBe(true);
  }
});

test('what is missing comes before the next state', () => {
  expect(codeOf(route('SelfImage', {}, ''))).toBe('image');
  expect(codeOf(route('SelfImage'))).toBe('toDiagnosis');
  expect(codeOf(route('Diagnosis'))).toBe('findings');
  expect(codeOf(route('Roadmap', { activities: [activity('a', 'Planned', today, today)] }))).toBe('toWork');
  expect(codeOf(route('Reflection'))).toBe('reflect');
});

test('of the work first what is late, then what runs, then what may begin', () => {
  const late = activity('late', 'Planned', '2026-09-01', '2026-10-01');
  const running = activity('running', 'InProgress', '2026-11-01', '2026-12-31');
  const ready = activity('ready', 'Planned', '2026-11-15', '2027-01-31');
  const ahead = activity('ahead', 'Planned', '2027-02-01', '2027-03-31');
  const called = activity('called', 'CalledOff', '2026-01-01', '2026-02-01');
  const of = (...activities: Activity[]) => nextStep(route('InProgress', { activities }), today);
  expect(of(called, ahead, ready, running, late)).toMatchObject({ code: 'overdue', activity: late });
  expect(of(called, ahead, ready, running)).toMatchObject({ code: 'product', activity: running });
  expect(of(called, ahead, ready)).toMatchObject({ code: 'begin', activity: ready });
  expect(of(called, ahead)).toMatchObject({ code: 'wait', activity: ahead });
  expect(of(called)).toMatchObject({ code: 'toReflection', to: 'Reflection' });
  const products = [{ activityId: 'running' }] as Route['products'];
  expect(codeOf(route('InProgress', { activities: [running], products }))).toBe('finish');
});

test('a step is made when something stands in it', () => {
  expect([...stepsMade(route('SelfImage', {}, ''))]).toEqual([]);
  const findings = [{ kind: 'Strength' }] as Route['findings'];
  expect([...stepsMade(route('Diagnosis', { findings }))]).toEqual([1, 2]);
  expect(stepNow(route('Diagnosis', { findings }))).toBe(3);
  expect(stepNow(route('Completed'))).toBeUndefined();
});
