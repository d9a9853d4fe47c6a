import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { PathLink } from '@/shared/ui/path-link';
import { StatusTag } from '@/shared/ui/status-tag';
import cls from './today-page.module.css';
import type { AgendaTask } from './types';

type Props = { task: AgendaTask & { count?: number } };

/** One task in one line: the verb, its object, the person, the day. The whole line leads to it. */
export function TaskRow({ task }: Props) {
  const { t, i18n } = useTranslation('today');
  const format = useFormat();
  const { kind, title, about, person, dueOn, overdue, path, count = 1 } = task;
  // A kind that the server has learnt since this build keeps its title.
  const known = i18n.exists(`tasks.verb.${kind}`, { ns: 'today' });

  return (
    <li className={cls.task}>
      <PathLink path={path} className={cls.taskLink}>
        <span>
          {known && <b>{count > 1 ? t('tasks.several', { verb: t(`tasks.verb.${kind}`), count }) : t(`tasks.verb.${kind}`)}</b>}
          {known && ': '}
          {title}
        </span>
        <Text component="span" size="sm" c="dimmed">
          {[person, about].filter(Boolean).join(' · ')}
        </Text>
      </PathLink>
      {dueOn && (
        <Text component="span" size="sm" className={cls.due}>
          {overdue ? (
            <StatusTag tone="risk">{t('tasks.overdue', { date: format.date(dueOn, 'day') })}</StatusTag>
          ) : (
            t('tasks.until', { date: format.date(dueOn, 'day') })
          )}
        </Text>
      )}
    </li>
  );
}
