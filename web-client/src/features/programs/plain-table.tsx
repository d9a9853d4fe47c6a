import type { ReactNode } from 'react';
import cls from './plain-table.module.css';

export type PlainColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Share of the table's width; 1 when absent. */
  width?: number;
  align?: 'end';
  rowHeader?: boolean;
};

type Props<Row> = {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** A short table of text, in the order in which it was written: nothing to sort, nothing to hide. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0);

  return (
    <div className={cls.box} role="region" aria-label={label} tabIndex={0}>
      <table className={cls.table}>
        <colgroup>
          {columns.map(({ id, width = 1 }) => (
            <col key={id} style={{ width: `${(100 * width) / total}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, header, align }) => (
              <th key={id} scope="col" data-align={align}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, align, rowHeader }) =>
                rowHeader ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} data-align={align}>
                    {cell(row) ?? '—'}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
