import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { saveTable } from './save-table';

const saved: [name: string, content: Blob][] = [];

function watch() {
  let content = new Blob();
  Object.assign(URL, { createObjectURL: (blob: Blob) => ((content = blob), 'blob:x'), revokeObjectURL: () => {} });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push([this.download, content]);
  });
}

afterEach(() => {
  saved.length = 0;
  document.documentElement.lang = 'ru';
});

const rows = [['Имя', 'Основное', 'С', 'Доля'], ['=Ким', true, '2026-09-01', 1.5]];

test.each([
  ['ru', '"\'=Ким";"да";"01.09.2026";"1,5"'],
  ['en', '"\'=Ким","yes","2026-09-01","1.5"'],
])('in %s a table has the words and signs of the language', async (language, line) => {
  watch();
  document.documentElement.lang = language;
  await saveTable(rows, 'люди', 'Csv');
  const [name, content] = saved[0] ?? ['', new Blob()];
  expect(name).toBe('люди.csv');
  expect((await content.text()).split('\r\n')[1]).toBe(line);
});

test('a workbook is offered beside it', async () => {
  watch();
  await saveTable(rows, 'люди', 'Xlsx');
  expect(saved[0]?.[0]).toBe('люди.xlsx');
  const files = unzipSync(new Uint8Array(await saved[0]![1].arrayBuffer()));
  expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).toContain('<t xml:space="preserve">=Ким</t>');
});
