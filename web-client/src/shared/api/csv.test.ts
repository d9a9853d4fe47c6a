import { expect, test } from 'vitest';
import { toCsv } from './csv';

test('quotes every cell and separates by semicolons, as Excel expects', () => {
  expect(toCsv([['Название', 'Часы'], ['Клуб «Старт»; "весна"', 12], [null, undefined]])).toBe(
    '\uFEFF"Название";"Часы"\r\n"Клуб «Старт»; ""весна""";"12"\r\n"";""\r\n',
  );
});

test('what a spreadsheet would run as a formula stays text, a negative number stays a number', () => {
  expect(toCsv([['=1+1', '@SUM(A1)', '-5']])).toBe(`\uFEFF"'=1+1";"'@SUM(A1)";"-5"\r\n`);
});

test.each([
  ['встреча;=1+1', "встреча;'=1+1"],
  ['первая\n=1', "первая\n'=1"],
  ['первая\r\n  +1', "первая\r\n  '+1"],
  ['a\t@b|-c,=d', "a\t'@b|'-c,'=d"],
  ['"=1', `""'=1`],
  ['-5+1', "'-5+1"],
  ['12-ОД; a=b', '12-ОД; a=b'],
])('no cell begins a formula for any separator: %j', (typed, written) => {
  expect(toCsv([[typed]])).toBe(`\uFEFF"${written}"\r\n`);
});
