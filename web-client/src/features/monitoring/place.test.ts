import { expect, test } from 'vitest';
import { catalogue, valuesOf } from './fixtures';
import { ranksOf, writerOf, type Place } from './place';

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
});

test('what only describes ranks nothing, and a small base takes no rank', () => {
  expect(ranks('consent-share')).toEqual([]);
  const few = places.map((place) => ({ ...place, values: place.values.map((value) => ({ ...value, denominator: 9 })) }));
  expect([...ranksOf([few[0]!, ...places.slice(1)], catalogue[0]!)].sort()).toEqual([['1', 2], ['2', 1], ['4', 3]]);
});

test('different values look different', () => {
  const close = [85.64, 85.61, 70.25].map<Place>((value, index) => ({ ...places[index]!, values: valuesOf(value) }));
  const write = writerOf(close, catalogue[0]!, { format: (value, _, digits) => value.toFixed(digits) });
  expect([85.64, 85.61, 70.25].map(write)).toEqual(['85.64', '85.61', '70.3']);
});
