import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import cls from './today-page.module.css';
import type { AgendaTask, TaskKind } from './types';

/** Where on the program's page each kind of task is done. */
const tabs: Partial<Record<TaskKind, 'meetings' | 'evaluation'>> = {
  MeetingToConfirm: 'meetings',
  EvaluationDue: 'evaluation',
};

/** One task in one line: the verb, its object, the program, the day. The whole line leads to it. */
export function TaskRow({ task }: { task: AgendaTask }) {
  const { t, i18n } = useTranslation('today');
  const format = useFormat();
  const { kind, programId, programTitle, title, dueOn, overdue } = task;
  const tab = tabs[kind];
  // A kind that the server has learnt since this build keeps its title.
  const verb = i18n.exists(`tasks.verb.${kind}`, { ns: 'today' }) ? t(`tasks.verb.${kind}`) : undefined;
  const object = title === programTitle ? undefined : title;

  return (
    <li className={cls.task}>
      <Link
        to="/programs/$programId"
        params={{ programId }}
        search={tab ? { tab } : {}}
        className={cls.taskLink}
      >
        <span>
          <b>{verb ?? title}</b>
          {verb && object && `: ${object}`}
        </span>
        <Text component="span" size="sm" c="dimmed">
          {programTitle}
        </Text>
      </Link>
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
