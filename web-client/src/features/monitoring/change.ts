import type { Indicator } from './api';

/** `neutral`: it moved, but neither way is better. */
export type Verdict = 'better' | 'worse' | 'same' | 'neutral';

export type Change = { difference: number; verdict: Verdict };

/** How many digits after the point are shown; what differs less is the same. */
export const DIGITS = 1;

/** The step from the period before; undefined when either has no value. */
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
