import { useState } from 'react';
import { Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { NumberField } from '@/shared/ui/fields';
import { Failure } from '@/shared/ui/failure';
import { helpActs } from './acts';
import { helpDesk } from './api';

/** Fewer say little. */
const FEW = 5;

/** The first of September before today. */
const yearBegan = () => {
  const now = new Date();
  return `${now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1}-09-01`;
};

/** For whoever heads the body: what waits, and how it answered since the school year began. */
export function Load({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const since = yearBegan();
  const load = useQuery(helpDesk.load(organizationId, since));
  const [setting, setSetting] = useState(false);
  if (load.error) return <Failure error={load.error} onRetry={() => void load.refetch()} />;
  const sums = load.data;
  if (!sums) return null;
  const few = (count: number) => (count < FEW ? t('load.few', { count }) : t('load.of', { count }));
  const facts = [
    { label: t('load.open'), value: format.number(sums.open), note: t('load.openNote', { unassigned: sums.unassigned, overdue: sums.overdue }) },
    { label: t('load.asked'), value: format.number(sums.asked), note: t('load.passed', { count: sums.passed }) },
    { label: t('load.inTime'), value: sums.due ? format.share(sums.inTime / sums.due, 0) : '—', note: few(sums.due) },
    {
      label: t('load.median'),
      value: sums.medianDays === null ? '—' : format.number(sums.medianDays, { maximumFractionDigits: 1 }),
      note: few(sums.answered),
    },
    {
      label: t('load.mark'),
      value: sums.meanMark === null ? '—' : format.number(sums.meanMark, { maximumFractionDigits: 1 }),
      note: few(sums.marks),
    },
  ];
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text>{t('load.term', { count: sums.days })}</Text>
        <Button variant="default" onClick={() => setSetting(true)}>
          {t('load.setTerm')}
        </Button>
      </Group>
      <Title order={2} mb="xs">
        {t('load.since', { date: format.date(since) })}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 5 }} mb="lg">
        {facts.map(({ label, value, note }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <dd style={{ margin: 0 }}>
              <Text size="xl" fw={600} component="span">
                {value}
              </Text>
              <Text size="xs" c="dimmed">
                {note}
              </Text>
            </dd>
          </div>
        ))}
      </SimpleGrid>
      <DataTable
        id="help-people"
        label={t('load.people')}
        columns={[
          { id: 'name', header: t('answerer'), rowHeader: true, width: 2, value: ({ name }) => name },
          { id: 'open', header: t('load.openOf'), value: ({ open }) => open },
          { id: 'answered', header: t('load.answeredOf'), value: ({ answered }) => answered },
        ]}
        rows={sums.people}
        rowKey={({ name }) => name}
        empty={<Text c="dimmed">{t('load.nobody')}</Text>}
      />
      <CommandDialog<{ days: string }>
        opened={setting}
        onClose={() => setSetting(false)}
        title={t('load.setTerm')}
        submitLabel={t('save')}
        defaults={{ days: String(sums.days) }}
        refresh={helpDesk.all}
        onSend={({ days }) => helpActs.setRule(organizationId, sums.ruleVersion, Number(days))}
      >
        {({ control }) => <NumberField control={control} name="days" required label={t('load.days')} hint={t('load.daysHint')} />}
      </CommandDialog>
    </>
  );
}
