import { expect, test } from 'vitest';
import { endAfter } from './fields-end';

test.each([['2026-08-31', '2026-09-01'], ['2026-12-31', '2027-01-01'], ['', null]])('%s as a last day is told as %s', (last, end) =>
  expect(endAfter(last)).toBe(end));
