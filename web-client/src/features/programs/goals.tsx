import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { PlainTable, type PlainColumn } from './plain-table';
import type { Goal } from './types';

/** What is hard now, what is to be reached, and how it is measured before and after. */
export function Goals({ goals }: { goals: Goal[] }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const measured = (value: number | null | undefined) => (value == null ? undefined : format.number(value));

  const columns: PlainColumn<Goal>[] = [
    {
      id: 'goal',
      header: t('goals.goal'),
      rowHeader: true,
      width: 3,
      cell: ({ goal, areaCode, difficulty }) => (
        <>
          <Text fw={600}>{goal}</Text>
          <Text size="sm" c="dimmed">
            {areas.name(areaCode)}
          </Text>
          <Text size="sm">{t('goals.because', { difficulty })}</Text>
        </>
      ),
    },
    { id: 'measure', header: t('goals.measure'), width: 2, cell: ({ measure }) => measure },
    {
      id: 'before',
      header: t('goals.before'),
      align: 'end',
      cell: ({ measureBefore }) => measured(measureBefore),
    },
    {
      id: 'target',
      header: t('goals.target'),
      align: 'end',
      cell: ({ measureTarget }) => measured(measureTarget),
    },
    {
      id: 'after',
      header: t('goals.after'),
      align: 'end',
      cell: ({ measureAfter }) => measured(measureAfter),
    },
  ];

  return (
    <section>
      <Title order={2} mb="xs">
        {t('goals.title')}
      </Title>
      <PlainTable label={t('goals.title')} columns={columns} rows={goals} rowKey={({ id }) => id} />
    </section>
  );
}
