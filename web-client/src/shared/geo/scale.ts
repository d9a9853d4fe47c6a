export const CLASSES = 7;

/** Quantile breaks: each class gets about as many regions; equal values stay together. */
export function quantileBreaks(values: readonly number[], classes = CLASSES): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from(
    { length: classes - 1 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / classes)] ?? 0,
  );
}

/** Number of the class, from 0. */
export const classOf = (value: number, breaks: readonly number[]) =>
  breaks.filter((limit) => value >= limit).length;
