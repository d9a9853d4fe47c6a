import { expect, test } from 'vitest';
import { parseNumber } from './numbers';

test.each([
  ['1 250,5', 1250.5],
  ['1\u00A0250.50', 1250.5],
  ['-3', -3],
  [' ', null],
  ['12 кг', undefined],
  ['1,2,3', undefined],
])('reads %j as %j', (text, value) => expect(parseNumber(text)).toBe(value));
