import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { PlainTable, type PlainColumn } from './plain-table';
import type { Goal, Program } from './types';

const PaceDialog = dialogLater(async () => (await import('./pace-dialog')).PaceDialog);
const PriorityDialog = dialogLater(async () => (await import('./priority-dialog')).PriorityDialog);

/** What is hard now, what is to be reached, how it is measured before and after, and the pace the pair has set. */
export function Goals({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const [asking, setAsking] = useState<'pace' | 'priority'>();
  const measured = (value: number | null | undefined) => (value == null ? undefined : format.number(value));
  const { actions, rhythm } = program;
  const goals = [...program.goals].sort((a, b) => (a.priority ?? a.position) - (b.priority ?? b.position));
  const pace = ({ priority, paceHours, paceDepth }: Goal) =>
    [
      priority == null ? '' : t('pace.priorityOf', { number: priority }),
      paceHours == null ? '' : t('pace.hoursOf', { hours: format.number(paceHours) }),
      paceDepth == null ? '' : t(`pace.depth.${paceDepth}`),
    ]
      .filter(Boolean)
      .join(' · ');

  const columns: PlainColumn<Goal>[] = [
    {
      id: 'goal',
      header: t('goals.goal'),
      rowHeader: true,
      width: 3,
      cell: (goal) => (
        <>
          <Text fw={600}>{goal.goal}</Text>
          <Text size="sm" c="dimmed">
            {areas.name(goal.areaCode)}
          </Text>
          <Text size="sm">{t('goals.because', { difficulty: goal.difficulty })}</Text>
          {pace(goal) && <Text size="sm">{pace(goal)}</Text>}
        </>
      ),
    },
    { id: 'measure', header: t('goals.measure'), width: 2, cell: ({ measure }) => measure },
    { id: 'before', header: t('goals.before'), align: 'end', cell: ({ measureBefore }) => measured(measureBefore) },
    { id: 'target', header: t('goals.target'), align: 'end', cell: ({ measureTarget }) => measured(measureTarget) },
    { id: 'after', header: t('goals.after'), align: 'end', cell: ({ measureAfter }) => measured(measureAfter) },
  ];

  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('goals.title')}</Title>
        <Group gap="xs">
          {actions.includes('Prioritise') && program.goals.length > 1 && (
            <Button size="compact-sm" variant="default" onClick={() => setAsking('priority')}>
              {t('pace.prioritise')}
            </Button>
          )}
          {actions.includes('SetPace') && (
            <Button size="compact-sm" variant="default" onClick={() => setAsking('pace')}>
              {t('pace.set')}
            </Button>
          )}
        </Group>
      </Group>
      {rhythm && (
        <Text size="sm" mb="xs">
          {t('pace.rhythmIs', { rhythm })}
        </Text>
      )}
      <PlainTable label={t('goals.title')} columns={columns} rows={goals} rowKey={({ id }) => id} />
      <PaceDialog program={program} opened={asking === 'pace'} onClose={() => setAsking(undefined)} />
      <PriorityDialog program={program} opened={asking === 'priority'} onClose={() => setAsking(undefined)} />
    </section>
  );
}
