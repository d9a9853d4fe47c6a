import { useTranslation } from 'react-i18next';
import { isEmpty, type Column } from './column';
import cls from './data-table.module.css';

type Props<Row> = { index: number; row: Row; columns: readonly Column<Row>[] };

export function TableRow<Row>({ index, row, columns }: Props<Row>) {
  return (
    <tr data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => {
        const content = column.cell?.(row) ?? <Plain column={column} row={row} />;
        return column.rowHeader ? (
          <th key={column.id} scope="row" className={cls.cell}>
            {content}
          </th>
        ) : (
          <td key={column.id} className={cls.cell} data-align={column.align}>
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
