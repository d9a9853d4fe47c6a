import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { today } from './api';
import { TaskQueue } from './task-queue';
import cls from './today-page.module.css';

/** What waits for the caller at one school, gathered in one list. Nothing is decided here: each line leads to where it is read first. */
export function SchoolQueue({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('today');
  const { data: agenda, error, refetch } = useQuery(today.agenda());
  if (!agenda) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;

  const tasks = agenda.tasks.filter((task) => task.organizationId === organizationId);
  const kinds = new Set(tasks.map(({ kind }) => kind));
  // With several schools the server's counts are of all of them.
  const elsewhere = agenda.tasks.length > tasks.length;
  const counts = agenda.counts
    .filter(({ kind }) => kinds.has(kind))
    .map(({ kind, count }) => ({ kind, count: elsewhere ? tasks.filter((task) => task.kind === kind).length : count }));
  const late = tasks.filter(({ overdue }) => overdue).length;

  return (
    <section aria-labelledby="queue" className={cls.queue}>
      <Title order={2} id="queue">
        {t('school.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {tasks.length > 0 &&
          [t('tasks.count', { count: counts.reduce((sum, { count }) => sum + count, 0) }), late > 0 && t('tasks.late', { count: late })]
            .filter(Boolean)
            .join(', ')}
      </Text>
      {tasks.length > 0 ? (
        <TaskQueue tasks={tasks} counts={counts} />
      ) : (
        <div className={cls.list}>
          <EmptyState title={t('tasks.none')} text={t('school.noneText')} />
        </div>
      )}
    </section>
  );
}
