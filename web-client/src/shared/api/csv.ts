export type CsvCell = string | number | boolean | null | undefined;

/** A leading `=` or the like would run as a formula in a spreadsheet. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text);

const quote = (cell: CsvCell) => `"${harmless(String(cell ?? '')).replaceAll('"', '""')}"`;

/** Semicolons and a byte order mark: what Excel opens rightly with Russian settings. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]) =>
  `\uFEFF${rows.map((row) => row.map(quote).join(';')).join('\r\n')}\r\n`;
