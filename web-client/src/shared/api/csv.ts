export type CsvCell = string | number | boolean | null | undefined;

/** Where a cell begins for some program, whatever it splits at and whether or not it heeds quotes: a sign there would run as a formula. */
const FORMULA = /(^|[;,|\t\r\n"])([ \u00a0]*)(?=[=+\-@＝＋－＠])/g;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

const harmless = (text: string) => (NUMBER.test(text) ? text : text.replace(FORMULA, "$1$2'"));

const quote = (cell: CsvCell) => `"${harmless(String(cell ?? '')).replaceAll('"', '""')}"`;

/** With a byte order mark; semicolons are what Excel opens rightly with Russian settings. */
export const toCsv = (rows: readonly (readonly CsvCell[])[], separator = ';') =>
  `\uFEFF${rows.map((row) => row.map(quote).join(separator)).join('\r\n')}\r\n`;
