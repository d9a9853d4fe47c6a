import type { ReactNode } from 'react';
import cards from '@/shared/ui/cards.module.css';
import cls from '@/shared/ui/data-table/data-table.module.css';

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
      <table role="table" className={`${cls.table} ${cards.cards}`} data-wrap>
        <colgroup>
          {columns.map(({ id, width = 1 }) => (
            <col key={id} style={{ width: `${(100 * width) / total}%` }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id, header, align }) => (
              <th key={id} role="columnheader" scope="col" data-align={align}>
                <span className={cls.header}>{header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ id, header, cell, align, rowHeader }) =>
                rowHeader ? (
                  <th key={id} role="rowheader" scope="row" className={cls.cell}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} role="cell" className={cls.cell} data-label={header} data-align={align}>
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
