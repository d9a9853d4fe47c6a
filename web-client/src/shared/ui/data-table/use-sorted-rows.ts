import { useMemo } from 'react';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useFormat } from '@/shared/i18n/use-format';
import { compareValues, isEmpty, parseSort, type Column, type Sort } from './column';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

type Options<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: Sort;
  /** The server has put the rows in order already. */
  sortedByServer: boolean;
};

/** The rows in the order to be shown, by the rules of the screen's language. */
export function useSortedRows<Row>({ columns, rows, rowKey, sort, sortedByServer }: Options<Row>) {
  const { compare } = useFormat();

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row & object>();
    return columns.map((column) =>
      helper.accessor((row): unknown => (isEmpty(column.value(row)) ? undefined : column.value(row)), {
        id: column.id,
        sortUndefined: 'last',
        sortFn: (a, b) => compareValues(column.value(a.original), column.value(b.original), compare),
      }),
    );
  }, [columns, compare]);

  const table = useTable({
    features,
    columns: definitions,
    data: rows as readonly (Row & object)[],
    getRowId: rowKey,
    manualSorting: sortedByServer,
    state: { sorting: useMemo(() => parseSort(sort), [sort]) },
  });
  return table.getRowModel().rows;
}
