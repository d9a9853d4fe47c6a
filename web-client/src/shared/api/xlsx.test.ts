import { expect, test } from 'vitest';
import { toXlsx } from './xlsx';

/** The files of a zip whose parts are stored as they are. */
function unzipped(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const files: Record<string, string> = {};
  let at = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, name] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
    const path = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name));
    files[path] = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at + 30 + name, at + 30 + name + size));
    at += 30 + name + size;
  }
  return { files, directory: view.getUint32(bytes.length - 6, true), at };
}

test('numbers are numbers and whatever was typed is a text', () => {
  const { files, directory, at } = unzipped(
    toXlsx([['Название', 'Часы'], ['=1+1 & <b> "весна"', -1.5], ['Итоги\u000bгода\ufffe\ud800', null], ['😀', Number.NaN]]),
  );
  expect(directory).toBe(at);
  const sheet = new DOMParser().parseFromString(files['xl/worksheets/sheet1.xml'] ?? '', 'application/xml');
  expect(sheet.querySelector('parsererror')).toBeNull();
  const rows = [...sheet.querySelectorAll('row')].map((row) => [...row.querySelectorAll('c')].map((cell) => cell.textContent));
  expect(rows).toEqual([['Название', 'Часы'], ['=1+1 & <b> "весна"', '-1.5'], ['Итогигода', ''], ['😀', '']]);
  expect(sheet.querySelector('f')).toBeNull();
  expect(Object.keys(files)).toContain('[Content_Types].xml');
});
