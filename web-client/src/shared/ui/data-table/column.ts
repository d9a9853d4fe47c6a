import type { ReactNode } from 'react';

export type CellValue = string | number | boolean | null | undefined;

/** A column of `DataTable`: what sorts it, how it looks, how wide it is. */
export type Column<Row> = {
  id: string;
  header: string;
  /** The plain value: sorts, and is shown when there is no `cell`. */
  value: (row: Row) => CellValue;
  cell?: (row: Row) => ReactNode;
  /** Share of the table's width; 1 when absent. A share is never narrower than 100 px. */
  width?: number;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** The order of this column means nothing. */
  unsortable?: boolean;
  /** Shown only when the user chooses it. */
  optional?: boolean;
  /** Names the row: cannot be hidden and is the row's header. One in a table. */
  rowHeader?: boolean;
};

/** Order of the rows, as it stands in the address: `name` or `-name`. */
export type Sort = string | undefined;

export const parseSort = (sort: Sort) =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];

/**
 * Ascending → descending → as it came.
 * @param otherwise how it came: a column in that order turns round and back
 */
export function nextSort(sort: Sort, id: string, otherwise?: Sort): Sort {
  if (sort === id) return `-${id}`;
  return sort === `-${id}` && otherwise !== sort ? undefined : id;
}

/** Empty values stand last in either order. */
export function compareValues(a: CellValue, b: CellValue, text: (a: string, b: string) => number) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return text(String(a), String(b));
}

export const isEmpty = (value: CellValue) => value === null || value === undefined || value === '';
