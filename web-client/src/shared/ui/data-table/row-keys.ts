import type { KeyboardEvent } from 'react';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Arrows, Home and End walk from row to row along their first links or buttons.
 * @param reveal brings a row that is scrolled away into the page
 */
export function rowKeys(count: number, reveal: (index: number) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]');
    if (!step || !row || isTyping(event.target)) return;

    const index = step(Number(row.dataset['index']), count - 1);
    const body = event.currentTarget;
    event.preventDefault();
    reveal(index);
    requestAnimationFrame(() => {
      const target = body.querySelector(`tr[data-index="${index}"]`);
      target?.querySelector<HTMLElement>('a, button, input')?.focus();
    });
  };
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('select, textarea, input:not([type=checkbox])');
