import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { toXlsx } from './xlsx';

test('numbers are numbers and whatever was typed is a text', () => {
  const files = unzipSync(
    toXlsx([['Название', 'Часы'], ['=1+1 & <b> "весна"', -1.5], ['Итоги\u000bгода\ufffe\ud800', null], ['😀', Number.NaN]]),
  );
  const sheet = new DOMParser().parseFromString(strFromU8(files['xl/worksheets/sheet1.xml']!), 'application/xml');
  expect(sheet.querySelector('parsererror')).toBeNull();
  const rows = [...sheet.querySelectorAll('row')].map((row) => [...row.querySelectorAll('c')].map((cell) => cell.textContent));
  expect(rows).toEqual([['Название', 'Часы'], ['=1+1 & <b> "весна"', '-1.5'], ['Итогигода', ''], ['😀', '']]);
  expect(sheet.querySelector('f')).toBeNull();
  expect(Object.keys(files)).toContain('[Content_Types].xml');
});
