import { expect, test } from 'vitest';
import { changeOf } from './change';

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
