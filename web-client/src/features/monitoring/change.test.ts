import { expect, test } from 'vitest';
import { changeOf, comparedMonths } from './change';
import { monthOf } from './period';

test.each([
  [62, 60, 'MoreIsBetter', 2, 'better'],
  [60, 62, 'MoreIsBetter', -2, 'worse'],
  [14, 20, 'LessIsBetter', -6, 'better'],
  [20, 14, 'LessIsBetter', 6, 'worse'],
  [50, 40, 'Neutral', 10, 'neutral'],
  [61.44, 61.36, 'MoreIsBetter', 0, 'same'],
  [0, 0, 'Neutral', 0, 'same'],
] as const)('%d after %d, %s: %d is %s', (value, previous, direction, difference, verdict) =>
  expect(changeOf(value, previous, direction)).toEqual({ difference, verdict }));

test('without a value on either side there is no change to speak of', () => {
  expect(changeOf(null, 1, 'MoreIsBetter')).toBeUndefined();
  expect(changeOf(1, null, 'MoreIsBetter')).toBeUndefined();
});

const running = { first: '2026-09-01', counted: '2026-11-01', running: true };

test.each([
  [{ ...running, first: '2026-11-01', running: false }, 'Flow', '2025-11', '2025-11'],
  [running, 'Flow', '2025-09', '2025-10'],
  [running, 'Stock', '2025-11', '2025-11'],
  [{ ...running, running: false }, 'Flow', '2025-09', '2025-11'],
  [{ ...running, first: '2026-11-01' }, 'Stock', '2025-11', '2025-11'],
] as const)('%j, %s: compared with %s to %s', (period, kind, first, last) =>
  expect(comparedMonths(period, kind)).toEqual({ first: monthOf(first), last: monthOf(last) }));

test('what adds up over a month that has not ended, or has not begun, is compared with nothing', () => {
  expect(comparedMonths({ ...running, first: '2026-11-01' }, 'Flow')).toBeUndefined();
  expect(comparedMonths({ first: '2027-09-01', counted: null, running: false }, 'Stock')).toBeUndefined();
});
