import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { cursor, date, oneOf, patch, sort, text } from './search';

const search = z.object({ q: text, state: oneOf('draft', 'active'), from: date, sort, cursor });

test('nonsense in the address becomes the default', () => {
  const given = { q: 5, state: 'gone', from: '31.12.2026', sort: 'a;b', cursor: ['x'] };
  expect(z.parse(search, given)).toEqual({});
});

test('good values stay', () => {
  const given = { q: 'Ким', state: 'draft', from: '2026-12-31', sort: '-name', cursor: 'abc' };
  expect(z.parse(search, given)).toEqual(given);
});

test('another filter starts from the first page and empties leave the address', () => {
  type Search = { q?: string; state?: string; cursor?: string };
  const filtered = patch<Search>({ q: '', state: 'draft' })({ q: 'Ким', cursor: 'abc' });
  expect(filtered).toEqual({ state: 'draft' });
  expect(patch<Search>({ cursor: 'next' })(filtered)).toEqual({ state: 'draft', cursor: 'next' });
});
