import { lazy, Suspense, useRef, useState, type CSSProperties, type ReactNode, type Ref } from 'react';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../empty-state';
import { Failure } from '../failure';
import { useNear } from '../use-near';
import { nextSort, type Column, type Sort } from './column';
import cards from '../cards.module.css';
import cls from './data-table.module.css';
import { HeaderCell } from './header-cell';
import { LoadingRows } from './loading-rows';
import { rowKeys } from './row-keys';
import { TableRow } from './table-row';
import { useColumns } from './use-columns';
import { usePrinting } from './use-printing';
import { useSortedRows } from './use-sorted-rows';

// A floating panel weighs more than the table, and the rows do not wait for it. Few tables are long.
const ColumnChoice = lazy(async () => ({ default: (await import('./column-choice')).ColumnChoice }));
const VirtualRows = lazy(async () => ({ default: (await import('./virtual-rows')).VirtualRows }));

/** Up to here every row is in the page: search in the page, printing and tests are then trivial. */
const ALL_AT_ONCE = 100;
/** With so few there is nothing to choose from. */
const FEW_COLUMNS = 3;

type Props<Row> = {
  /** Remembers the choice of columns. */
  id: string;
  /** What the table is about, for a screen reader. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Given together: the page keeps the order (in its address). Without them the table does. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** The order while the address holds none. */
  otherwise?: Sort;
  sortedByServer?: boolean;
  /** "1 284 человека"; the number of rows when absent. */
  summary?: ReactNode;
  empty?: ReactNode;
  error?: unknown;
  onRetry?: () => void;
  /** Rows have natural height and wrap, for short tables of text. */
  wrap?: boolean;
};

export function DataTable<Row>(props: Props<Row>) {
  const { id, label, columns, rows, rowKey, empty, error, onRetry, wrap = false } = props;
  const { t } = useTranslation();
  const [ownSort, setOwnSort] = useState<Sort>();
  const otherwise = props.onSort ? props.otherwise : props.sort;
  const sort = (props.onSort ? props.sort : ownSort) ?? otherwise;
  const setSort = props.onSort ?? setOwnSort;

  const { shown, hidden, toggle } = useColumns(id, columns);
  const model = useSortedRows({ columns, rows: rows ?? NONE, sort, sortedByServer: props.sortedByServer ?? false });

  const { box: top, near } = useNear<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = model.length > ALL_AT_ONCE && !printing;
  const reveal = useRef<(index: number) => void>(() => {});
  const isEmptyTable = rows !== undefined && !error && model.length === 0;
  const shownRow = (index: number, measure?: Ref<HTMLTableRowElement>) => {
    const row = model[index];
    return row !== undefined && (
        <TableRow key={rowKey(row)} index={index} row={row} columns={shown} measure={measure} />
      );
  };
  const minWidth = { '--columns': shares(shown.map(({ width = 1 }) => ({ width: Math.min(width, 1) }))), '--shares': shares(shown) } as CSSProperties;

  return (
    <div ref={top}>
      <Group justify="space-between" mb={4} mih={28}>
        <Text component="div" size="sm" c="dimmed" role="status">
          {rows && (props.summary ?? t('table.rows', { count: model.length }))}
        </Text>
        {near && columns.length > FEW_COLUMNS && (
          <Suspense>
            <ColumnChoice columns={columns} hidden={hidden} onToggle={toggle} />
          </Suspense>
        )}
      </Group>

      {error ? (
        <Failure error={error} {...(onRetry ? { onRetry } : {})} />
      ) : (
        <div ref={box} className={cls.box} data-long={virtual || undefined} tabIndex={0} role="region" aria-label={label}>
          <table
            role="table"
            className={`${cls.table} ${cards.cards}`}
            style={minWidth}
            data-wrap={wrap || undefined}
            aria-label={label}
            aria-rowcount={rows ? model.length + 1 : -1}
            aria-busy={rows === undefined}
          >
            <colgroup>
              {shown.map((column) => (
                <col key={column.id} style={{ width: share(column, shown) }} />
              ))}
            </colgroup>
            <thead role="rowgroup">
              <tr role="row" aria-rowindex={1}>
                {shown.map((column) => (
                  <HeaderCell
                    key={column.id}
                    column={column}
                    sort={sort}
                    onSort={() => setSort(nextSort(sort, column.id, otherwise))}
                  />
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup" onKeyDown={(event) => rowKeys(model.length, reveal.current)(event)}>
              {rows === undefined && <LoadingRows columns={shown.length} />}
              {virtual ? (
                <Suspense fallback={indices(ALL_AT_ONCE).map((index) => shownRow(index))}>
                  <VirtualRows count={model.length} columns={shown.length} box={box} reveal={reveal}>
                    {shownRow}
                  </VirtualRows>
                </Suspense>
              ) : (
                indices(model.length).map((index) => shownRow(index))
              )}
            </tbody>
          </table>
          {isEmptyTable && (empty ?? <EmptyState title={t('table.noRows')} />)}
        </div>
      )}
    </div>
  );
}

const NONE: never[] = [];

const indices = (count: number) => Array.from({ length: count }, (_, index) => index);

function share<Row>(column: Column<Row>, shown: readonly Column<Row>[]) {
  return `${(100 * (column.width ?? 1)) / shares(shown)}%`;
}

function shares(shown: readonly { width?: number }[]) {
  return shown.reduce((sum, { width = 1 }) => sum + width, 0);
}
