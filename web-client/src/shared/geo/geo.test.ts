import { expect, test } from 'vitest';
import { directions, neighbour } from './neighbour';
import { regionByIso, regions, type Region } from './regions';
import { classOf, quantileBreaks } from './scale';

test('no two regions share a tile', () => {
  expect(new Set(regions.map(({ col, row }) => `${col}:${row}`)).size).toBe(regions.length);
});

test('arrows reach every region from Moscow', () => {
  const seen = new Set<Region>();
  const next = [regionByIso.get('RU-MOW')!];
  for (let region = next.pop(); region; region = next.pop()) {
    if (seen.has(region)) continue;
    seen.add(region);
    for (const direction of Object.values(directions)) {
      const to = neighbour(region, direction);
      if (to) next.push(to);
    }
  }
  expect(seen.size).toBe(83);
});

test('quantile classes are of about equal size', () => {
  const values = Array.from({ length: 70 }, (_, index) => index);
  const breaks = quantileBreaks(values);
  const sizes = Array<number>(7).fill(0);
  for (const value of values) sizes[classOf(value, breaks)]! += 1;
  expect(sizes).toEqual([10, 10, 10, 10, 10, 10, 10]);
});

test('a value on a break belongs to the class above it', () => {
  expect([9.9, 10, 20].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 2]);
});
