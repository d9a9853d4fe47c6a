import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Rows of a table that change places, by buttons or with Alt and ↑ ↓: focus goes along, and the new place is said. */
export function useRowMoves(count: number, move: (from: number, to: number) => void) {
  const { t } = useTranslation('programs');
  const body = useRef<HTMLTableSectionElement>(null);
  const [said, setSaid] = useState('');

  const shift = (index: number, by: -1 | 1) => {
    const target = index + by;
    if (target < 0 || target >= count) return;
    // Focus goes along with the row, on what moved it or, at the edge, on the way back.
    const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const moved = from?.dataset['move'];
    move(index, target);
    setSaid(t('row.moved', { position: target + 1, total: count }));
    requestAnimationFrame(() => {
      const row = body.current?.rows[target];
      const button = row?.querySelector<HTMLElement>(`[data-move="${moved}"]:not([disabled])`);
      (moved
        ? (button ?? row?.querySelector<HTMLElement>('[data-move]:not([disabled])'))
        : row?.querySelector('textarea')
      )?.focus();
    });
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    shift(index, event.key === 'ArrowUp' ? -1 : 1);
  };

  return { body, shift, onKeyDown, said };
}
