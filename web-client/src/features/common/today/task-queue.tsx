import { useState } from 'react';
import { NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TaskRow } from './task-row';
import cls from './today-page.module.css';
import { together } from './together';
import type { AgendaCount, AgendaTask, TaskKind } from './types';
import { urgencies, urgencyOf } from './urgency';

type Props = { tasks: AgendaTask[]; counts: AgendaCount[] };

/** From here on somebody looks for a kind rather than reads the list. */
const LONG = 8;

const taskKey = ({ kind, organizationId, subjectId }: AgendaTask) => [kind, organizationId, subjectId].join();

/** One queue, grouped by urgency; a long one can be narrowed to a kind. */
export function TaskQueue({ tasks, counts }: Props) {
  const { t, i18n } = useTranslation('today');
  const [chosen, choose] = useState<TaskKind | ''>('');
  const kind = counts.some((of) => of.kind === chosen) ? chosen : '';
  const shown = tasks.filter((task) => !kind || task.kind === kind);
  const hidden = counts.filter((of) => !kind || of.kind === kind).reduce((sum, { count }) => sum + count, 0) - shown.length;
  const name = (of: TaskKind) => (i18n.exists(`tasks.verb.${of}`, { ns: 'today' }) ? t(`tasks.verb.${of}`) : of);

  return (
    <>
      {tasks.length > LONG && counts.length > 1 && (
        <NativeSelect
          className="no-print"
          mb="xs"
          maw={360}
          aria-label={t('tasks.kind')}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value as TaskKind | '')}
          data={[{ value: '', label: t('tasks.allKinds') }, ...counts.map((of) => ({ value: of.kind, label: `${name(of.kind)} (${of.count})` }))]}
        />
      )}
      {urgencies.map((urgency) => {
        const group = shown.filter((task) => urgencyOf(task) === urgency);
        return (
          group.length > 0 && (
            <section key={urgency} aria-label={t(`tasks.urgency.${urgency}`)} className={cls.group}>
              <Title order={3} size="h5" mb={4}>
                {t(`tasks.urgency.${urgency}`)}{' '}
                <Text span c="dimmed" size="sm" className="numbers">
                  {group.length}
                </Text>
              </Title>
              <ul className={cls.list}>
                {together(group).map((task) => (
                  <TaskRow key={taskKey(task)} task={task} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {hidden > 0 && (
        <Text size="sm" c="dimmed">
          {t('tasks.more', { count: hidden })}
        </Text>
      )}
    </>
  );
}
