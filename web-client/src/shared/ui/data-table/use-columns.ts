import { useState } from 'react';
import type { Column } from './column';

/** Which columns the user sees; the choice is remembered per table in this browser. */
export function useColumns<Row>(tableId: string, columns: readonly Column<Row>[]) {
  const key = `mentoring.columns.${tableId}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => remembered(key, columns));

  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
    localStorage.setItem(key, JSON.stringify([...next]));
  };

  return { shown: columns.filter(({ id }) => !hidden.has(id)), hidden, toggle };
}

function remembered<Row>(key: string, columns: readonly Column<Row>[]): ReadonlySet<string> {
  const stored = localStorage.getItem(key);
  if (stored) return new Set(JSON.parse(stored) as string[]);
  return new Set(columns.filter(({ optional }) => optional).map(({ id }) => id));
}
