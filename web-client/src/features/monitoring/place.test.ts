import { expect, test } from 'vitest';
import { catalogue, valuesOf } from './fixtures';
import { ranksOf, type Place } from './place';

const places = [90, 40, 90, null, 10].map<Place>((value, index) => ({
  id: `${index}`,
  name: `${index}`,
  kind: 'territory',
  values: valuesOf(value, value, value, value),
}));

const ranks = (code: string) => [...ranksOf(places, catalogue.find((known) => known.code === code)!)].sort();

test('the best stands first, equals share a place, and who has no value has none', () => {
  expect(ranks('need-coverage')).toEqual([['0', 1], ['1', 3], ['2', 1], ['4', 4]]);
  expect(ranks('days-to-active')).toEqual([['0', 3], ['1', 2], ['2', 3], ['4', 1]]);
  expect(ranks('consent-share')).toEqual([['0', 1], ['1', 3], ['2', 1], ['4', 4]]);
});
