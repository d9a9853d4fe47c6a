import cls from './sparkline.module.css';

const WIDTH = 96;
const HEIGHT = 24;
const PADDING = 3;

type Props = { values: readonly (number | null)[]; label: string };

/** A line of a word's size: the shape of a series, its last point marked. */
export function Sparkline({ values, label }: Props) {
  const points = toPoints(values);
  const last = points.at(-1);

  return (
    <svg className={cls.line} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  );
}

function toPoints(values: Props['values']) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  const step = (WIDTH - 2 * PADDING) / Math.max(values.length - 1, 1);

  return values.flatMap((value, index) => {
    if (value === null) return [];
    const height = ((value - low) / range) * (HEIGHT - 2 * PADDING);
    return [{ x: PADDING + index * step, y: HEIGHT - PADDING - height }];
  });
}
