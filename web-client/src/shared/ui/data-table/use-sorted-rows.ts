import { useMemo } from 'react';
import { useFormat } from '@/shared/i18n/use-format';
import { compareValues, isEmpty, parseSort, type Column, type Sort } from './column';

type Options<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sort: Sort;
  /** The server has put the rows in order already. */
  sortedByServer: boolean;
};

/** The rows in the order to be shown, by the rules of the screen's language. */
export function useSortedRows<Row>({ columns, rows, sort, sortedByServer }: Options<Row>): readonly Row[] {
  const { compare } = useFormat();

  return useMemo(() => {
    const [order] = parseSort(sort);
    const column = columns.find(({ id }) => id === order?.id);
    if (!order || !column || sortedByServer) return rows;
    const turn = order.desc ? -1 : 1;
    return rows.toSorted((one, other) => {
      const [a, b] = [column.value(one), column.value(other)];
      if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
      return turn * compareValues(a, b, compare);
    });
  }, [columns, compare, rows, sort, sortedByServer]);
}
