import { expect, test, vi } from 'vitest';
import { applyProblem, fieldPath } from './apply-problem';
import { ApiError } from './problem';

const invalid = (errors: Record<string, string[]>) =>
  new ApiError({ title: 'Invalid', status: 400, errors });

test.each([
  ['/goals/0/text', 'goals.0.text'],
  ['/minutes', 'minutes'],
  ['#/minutes', 'minutes'],
  ['/a~1b/c~0d', 'a/b.c~d'],
  ['', ''],
])('pointer %s is the field %s', (pointer, path) => expect(fieldPath(pointer)).toBe(path));

test('puts errors on the fields of the form and returns the others', () => {
  const setError = vi.fn();
  const rest = applyProblem(
    invalid({ '/goals/0/text': ['Короче.', 'Яснее.'], '/version': ['Устарела.'] }),
    setError,
    ['goals'],
  );

  expect(setError).toHaveBeenCalledExactlyOnceWith(
    'goals.0.text',
    { type: 'server', message: 'Короче. Яснее.' },
    { shouldFocus: false },
  );
  expect(rest).toEqual(['Устарела.']);
});

test('a field whose name only begins alike is not taken for it', () => {
  const setError = vi.fn();
  expect(applyProblem(invalid({ '/goalsNote': ['Нет.'] }), setError, ['goals'])).toEqual(['Нет.']);
  expect(setError).not.toHaveBeenCalled();
});

test('a failure without fields speaks for itself', () => {
  const busy = new ApiError({ title: 'Conflict', status: 409, detail: 'Наставник занят.' });
  expect(applyProblem(busy, vi.fn(), [])).toEqual(['Наставник занят.']);
});

test('a lost network does not show what the browser says about it', () => {
  expect(applyProblem(new TypeError('Failed to fetch'), vi.fn(), [])[0]).toMatch(/Нет связи/);
});
