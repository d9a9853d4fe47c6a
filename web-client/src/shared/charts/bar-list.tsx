import type { ReactNode } from 'react';
import cls from './bar-list.module.css';

export type Bar = {
  id: string;
  /** A link one level down, or plain text. */
  name: ReactNode;
  /** Null: no data. */
  value: number | null;
  /** Quiet words after the value: number of cases, rank. */
  note?: ReactNode;
};

type Props = {
  label: string;
  bars: readonly Bar[];
  format: (value: number) => string;
  /** The plan or the parent's value: a dashed line across all bars. */
  target?: number;
  missing: string;
};

/** Ranked bars from zero; the numbers are text, so the list reads without the bars. */
export function BarList({ label, bars, format, target, missing }: Props) {
  const highest = Math.max(target ?? 0, ...bars.map((bar) => bar.value ?? 0));
  const at = (value: number) => `${highest ? (100 * value) / highest : 0}%`;

  return (
    <ol className={cls.list} aria-label={label}>
      {bars.map(({ id, name, value, note }) => (
        <li key={id} className={cls.row}>
          <span className={cls.name}>{name}</span>
          <span className={cls.track} aria-hidden="true">
            {value !== null && <span className={cls.bar} style={{ inlineSize: at(value) }} />}
            {target !== undefined && (
              <span className={cls.target} style={{ insetInlineStart: at(target) }} />
            )}
          </span>
          <span className={cls.value}>
            {value === null ? missing : format(value)}
            {note && <span className={cls.note}> {note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
