import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty, type Column } from './column';
import cls from './data-table.module.css';

type Props<Row> = {
  index: number;
  row: Row;
  columns: readonly Column<Row>[];
  /** Takes the row's element, to learn how high it is. */
  measure?: Ref<HTMLTableRowElement> | undefined;
};

// As cards on a phone the parts are no table to the browser any more: their roles say what they are.
export function TableRow<Row>({ index, row, columns, measure }: Props<Row>) {
  return (
    <tr ref={measure} role="row" data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => {
        const content = column.cell?.(row) ?? <Plain column={column} row={row} />;
        return column.rowHeader ? (
          <th key={column.id} role="rowheader" scope="row" className={cls.cell}>
            {content}
          </th>
        ) : (
          <td key={column.id} role="cell" className={cls.cell} data-label={column.header} data-align={column.align}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function Plain<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { t } = useTranslation();
  const value = column.value(row);
  if (isEmpty(value)) return '—';
  return typeof value === 'boolean' ? t(value ? 'table.yes' : 'table.no') : value;
}
