import type { ExportFormat } from '@/shared/ui/export-button';
import { toCsv, type CsvCell } from './csv';
import { saveFile } from './download';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Hands a table that the screen has to the browser as a file, for people; the name is without its ending. */
export async function saveTable(rows: readonly (readonly CsvCell[])[], name: string, format: ExportFormat): Promise<void> {
  const isRussian = (document.documentElement.lang || 'ru') === 'ru';
  const shown = rows.map((row) => row.map((cell) => inWords(cell, isRussian)));
  if (format === 'Csv') {
    const signs = shown.map((row) => row.map((cell) => (typeof cell === 'number' && isRussian ? String(cell).replace('.', ',') : cell)));
    return saveFile(new Blob([toCsv(signs, isRussian ? ';' : ',')], { type: 'text/csv' }), `${name}.csv`);
  }
  const { toXlsx } = await import('./xlsx');
  saveFile(new Blob([toXlsx(shown)], { type: XLSX }), `${name}.xlsx`);
}

/** Truth in words, and a day as people write it. */
function inWords(cell: CsvCell, isRussian: boolean): CsvCell {
  if (typeof cell === 'boolean') return isRussian ? (cell ? 'да' : 'нет') : cell ? 'yes' : 'no';
  return typeof cell === 'string' && isRussian ? cell.replace(DAY, '$3.$2.$1') : cell;
}
