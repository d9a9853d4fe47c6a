import type { Indicator, TerritoryDashboard } from './api';
import { monthOf } from './period';

/** `neutral`: it moved, but neither way is better. */
export type Verdict = 'better' | 'worse' | 'same' | 'neutral';

export type Change = { difference: number; verdict: Verdict };

/** How many digits after the point are shown; what differs less is the same. */
export const DIGITS = 1;

/** The step from the year before; undefined when either has no value. */
export function changeOf(
  value: number | null,
  previous: number | null,
  direction: Indicator['direction'],
): Change | undefined {
  if (value === null || previous === null) return undefined;
  const scale = 10 ** DIGITS;
  // Of the numbers as they are shown: 61,4 after 61,4 must not read as a change.
  const difference = (Math.round(value * scale) - Math.round(previous * scale)) / scale;
  return { difference, verdict: verdictOf(difference, direction) };
}

function verdictOf(difference: number, direction: Indicator['direction']): Verdict {
  if (difference === 0) return 'same';
  if (direction === 'Neutral') return 'neutral';
  return difference > 0 === (direction === 'MoreIsBetter') ? 'better' : 'worse';
}

/**
 * The months of the year before that a change is counted from: those that have ended for what adds up over a period, the last
 * counted one for what is a state at its end. Undefined when nothing has ended yet.
 */
export function comparedMonths({ first, counted, running }: ShownPeriod, kind: Indicator['kind']): Months | undefined {
  if (counted === null) return undefined;
  const last = monthOf(counted) - MONTHS_A_YEAR;
  if (kind === 'Stock') return { first: last, last };
  const [from, to] = [monthOf(first) - MONTHS_A_YEAR, running ? last - 1 : last];
  return to < from ? undefined : { first: from, last: to };
}

type ShownPeriod = Pick<TerritoryDashboard['period'], 'first' | 'counted' | 'running'>;

/** Counted as in `period.ts`. */
export type Months = { first: number; last: number };

const MONTHS_A_YEAR = 12;
