import { expect, test } from 'vitest';
import { barOf, placeOf, yearsOf } from './course-days';

const route = { startsOn: '2025-01-01', endsOn: '2028-12-31' };

test('days stand where they are between the first and the last, and never outside', () => {
  expect(placeOf(route, '2025-01-01')).toBe(0);
  expect(placeOf(route, '2027-01-01')).toBeCloseTo(50, 1);
  expect(placeOf(route, '2024-05-01')).toBe(0);
  expect(placeOf(route, '2040-05-01')).toBe(100);
});

test('a bar holds its last day, and the whole route is the whole line', () => {
  expect(barOf(route, route)).toEqual({ from: 0, length: 100 });
  expect(barOf(route, { startsOn: '2028-12-31', endsOn: '2028-12-31' }).length).toBeGreaterThan(0);
});

test('each January has its mark', () => {
  expect(yearsOf(route)).toEqual([2026, 2027, 2028]);
  expect(yearsOf({ startsOn: '2026-01-01', endsOn: '2026-06-01' })).toEqual([]);
});
