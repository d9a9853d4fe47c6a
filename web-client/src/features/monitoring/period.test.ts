import { expect, test } from 'vitest';
import { firstDay, monthOf, parsePeriod, periodAt, periodBefore, periodChoices } from './period';

const november = monthOf('2026-11-01');

test.each([
  ['month', '2026-11'],
  ['quarter', '2026-Q4'],
  ['schoolYear', '2026/27'],
] as const)('the %s of November 2026 is %s', (kind, code) => {
  expect(periodAt(kind, november).code).toBe(code);
  expect(parsePeriod(code)).toEqual(periodAt(kind, november));
});

test.each([
  ['2026-01', '2025-12'],
  ['2026-Q1', '2025-Q4'],
  ['2026/27', '2025/26'],
])('before %s comes %s', (code, before) => expect(periodBefore(parsePeriod(code)!).code).toBe(before));

test.each(['2026-13', '2026-Q5', '2026/28', '2026', 'x', ''])('%j is no period that can be chosen', (code) =>
  expect(parsePeriod(code)).toBeUndefined());

test('August ends a school year', () =>
  expect(periodAt('schoolYear', monthOf('2026-08-01')).code).toBe('2025/26'));

test('two school years can be chosen, newest first', () => {
  const months = periodChoices('month', november).map(({ code }) => code);
  expect(months).toHaveLength(15);
  expect([months[0], months.at(-1)]).toEqual(['2026-11', '2025-09']);
  expect(periodChoices('quarter', november).map(({ code }) => code).at(-1)).toBe('2025-Q3');
  expect(periodChoices('schoolYear', november).map(({ code }) => code)).toEqual(['2026/27', '2025/26']);
});

test('a month begins with its first day', () => expect(firstDay(november)).toBe('2026-11-01'));
