import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { useFormat } from '@/shared/i18n/use-format';
import cls from './timeline.module.css';

export type TimelineEvent = {
  id: string;
  /** When it happened: UTC instant, or a calendar date. */
  at: string;
  title: ReactNode;
  /** Who did it. */
  by?: string;
  details?: ReactNode;
};

/** What happened to a record, newest first as given. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  const format = useFormat();

  return (
    <ol className={cls.list} aria-label={label}>
      {events.map(({ id, at, title, by, details }) => (
        <li key={id} className={cls.event}>
          <div>{title}</div>
          <Text component="div" size="xs" c="dimmed">
            <time dateTime={at}>{isDate(at) ? format.date(at, 'long') : format.instant(at)}</time>
            {by && ` · ${by}`}
          </Text>
          {details && <div className={cls.details}>{details}</div>}
        </li>
      ))}
    </ol>
  );
}

const isDate = (at: string) => !at.includes('T');
