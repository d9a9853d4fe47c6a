import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Column, Sort } from './column';
import cls from './data-table.module.css';

type Props<Row> = { column: Column<Row>; sort: Sort; onSort: () => void };

export function HeaderCell<Row>({ column, sort, onSort }: Props<Row>) {
  const { id, header, align = 'start', unsortable } = column;
  if (unsortable) {
    return (
      <th role="columnheader" scope="col" data-align={align}>
        <span className={cls.header}>{header}</span>
      </th>
    );
  }

  const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
  const Arrow = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[order];
  return (
    <th role="columnheader" scope="col" aria-sort={order} data-align={align}>
      <button type="button" data-print className={cls.header} onClick={onSort}>
        {header}
        <Arrow size={14} aria-hidden className={cls.arrow} />
      </button>
    </th>
  );
}
