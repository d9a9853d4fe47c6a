import type { CsvCell } from './csv';

/** What a cell of Excel holds. */
const LONGEST = 32_767;

const text = new TextEncoder();

/** A workbook of one sheet: numbers are numbers, and a text that begins like a formula is a text. */
export function toXlsx(rows: readonly (readonly CsvCell[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="s" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines}</sheetData></worksheet>`,
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function cell(value: CsvCell) {
  if (value === null || value === undefined || value === '') return '<c/>';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>';
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(value).slice(0, LONGEST))}</t></is></c>`;
}

/** Without what XML cannot hold. */
// eslint-disable-next-line no-control-regex
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (raw: string) =>
  raw.replace(UNHELD, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Files stored one after the other, and their directory. */
function zip(files: Record<string, string>) {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const [path, bytes] = [text.encode(name), text.encode(content)];
    const shared = [20, 0x800, 0, 0, 0x21, [crc(bytes)], [bytes.length], [bytes.length], path.length, 0];
    const local = record(0x04034b50, ...shared);
    directory.push(record(0x02014b50, 20, ...shared, 0, 0, 0, [0], [at]), path);
    parts.push(local, path, bytes);
    at += local.length + path.length + bytes.length;
  }
  const count = Object.keys(files).length;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return joined([...parts, ...directory, record(0x06054b50, 0, 0, count, count, [size], [at], 0)]);
}

/** A signature, then numbers of two bytes; of four where they stand in brackets. */
function record(signature: number, ...fields: (number | number[])[]) {
  const bytes = [signature >>> 0, ...fields].flatMap((field, index) => {
    const wide = index === 0 || Array.isArray(field);
    const value = Array.isArray(field) ? (field[0] ?? 0) : field;
    return Array.from({ length: wide ? 4 : 2 }, (_, byte) => (value >>> (8 * byte)) & 0xff);
  });
  return Uint8Array.from(bytes);
}

function joined(parts: Uint8Array[]) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function crc(bytes: Uint8Array) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
