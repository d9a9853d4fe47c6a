import { Checkbox, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { StatusTag } from '@/shared/ui/status-tag';
import { PlainTable, type PlainColumn } from './plain-table';
import type { Activity, Program } from './types';
import { useTick } from './use-tick';

/** The roadmap: the five columns that schools file, and what has been done of it. */
export function Roadmap({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const tick = useTick(program.id);
  const done = program.activities.filter(({ doneOn }) => doneOn).length;
  const canTick = program.actions.includes('WorkRoadmap');

  const columns: PlainColumn<Activity>[] = [
    {
      id: 'position',
      header: t('roadmap.number'),
      width: 0.5,
      cell: (activity) => program.activities.indexOf(activity) + 1,
    },
    {
      id: 'activity',
      header: t('roadmap.activity'),
      rowHeader: true,
      width: 3,
      cell: (activity) =>
        canTick ? (
          <Checkbox
            size="md"
            label={activity.activity}
            checked={Boolean(activity.doneOn)}
            onChange={({ currentTarget }) => tick(activity, currentTarget.checked)}
          />
        ) : (
          activity.activity
        ),
    },
    {
      id: 'dueOn',
      header: t('roadmap.due'),
      width: 1.4,
      cell: (activity) => <Due activity={activity} running={program.status === 'Active'} />,
    },
    {
      id: 'responsible',
      header: t('roadmap.responsible'),
      width: 1.4,
      cell: ({ responsible }) => t(`responsible.${responsible}`),
    },
    {
      id: 'result',
      header: t('roadmap.result'),
      width: 2,
      cell: ({ expectedResult, result }) => (
        <>
          {expectedResult}
          {result && <Text size="sm">{t('roadmap.reached', { result })}</Text>}
        </>
      ),
    },
  ];

  return (
    <section>
      <Title order={2}>{t('roadmap.title')}</Title>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {t('roadmap.done', { done, total: program.activities.length })}
      </Text>
      {program.activities.length > 0 ? (
        <PlainTable
          label={t('roadmap.title')}
          columns={columns}
          rows={program.activities}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={t('roadmap.none')} />
      )}
    </section>
  );
}

function Due({ activity: { doneOn, dueOn }, running }: { activity: Activity; running: boolean }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  if (doneOn) return <StatusTag tone="ok">{t('roadmap.doneOn', { date: format.date(doneOn) })}</StatusTag>;
  const late = running && dueOn < today();
  return late ? (
    <StatusTag tone="risk">{t('roadmap.late', { date: format.date(dueOn) })}</StatusTag>
  ) : (
    format.date(dueOn)
  );
}
