import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { TextAreaField } from '@/shared/ui/fields';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { schoolTaskActs } from './acts';
import { initiatives, type OwnTask } from './api';
import { reportStatuses, reportTones, type OwnTasksSearch } from './search';

const words = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

type Props = { organizationId: string; search: OwnTasksSearch; onSearch: (change: Partial<OwnTasksSearch>) => void };

/** What the school was set by its territory and by bodies, and what it reports. */
export function OwnTasksPage({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('initiatives');
  const pages = useInfiniteQuery(initiatives.ownTasks(organizationId, search));
  const [reporting, setReporting] = useState<OwnTask>();
  const narrowed = Boolean(search.q ?? search.status);

  return (
    <>
      <PageHeader title={t('own.title')} summary={t('own.summary')} />
      <FilterBar
        search={search.q}
        searchLabel={t('own.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined })}
      >
        <NativeSelect
          aria-label={t('status')}
          value={search.status ?? ''}
          onChange={({ currentTarget }) => onSearch({ status: reportStatuses.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...reportStatuses.map((value) => ({ value, label: t(`reportStatus.${value}`) }))]}
        />
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return <EmptyState title={t(narrowed ? 'nothingFound' : 'own.none')} text={t(narrowed ? 'nothingFoundText' : 'own.noneText')} />;
          }
          return (
            <>
              <Stack component="ul" gap="sm" pl={0} m={0} style={{ listStyle: 'none' }}>
                {rows.map((task) => (
                  <li key={task.id}>
                    <Item task={task} onReport={() => setReporting(task)} />
                  </li>
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <CommandDialog<{ text: string }>
        opened={reporting !== undefined}
        onClose={() => setReporting(undefined)}
        size="lg"
        title={t('own.report')}
        submitLabel={t('own.report')}
        defaults={{ text: reporting?.report ?? '' }}
        refresh={initiatives.all}
        onSend={async ({ text }) => {
          if (reporting) await schoolTaskActs.report(organizationId, reporting, text.trim());
        }}
      >
        {({ control }) => (
          <>
            <Text size="sm" c="dimmed">
              {reporting?.title}
            </Text>
            <TextAreaField control={control} name="text" required rows={6} label={t('own.reportText')} hint={t('own.reportHint')} maxLength={8000} />
          </>
        )}
      </CommandDialog>
    </>
  );
}

function Item({ task, onReport }: { task: OwnTask; onReport: () => void }) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const { id, title, text, setter, dueOn, overdue, status, report, reportedAt, remark } = task;
  return (
    <Paper component="article" withBorder p="md" radius="md" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" align="start">
        <Text component="h2" fw={600} id={id} style={{ flex: '1 1 240px' }}>
          {title}
        </Text>
        <StatusTag tone={overdue ? 'risk' : reportTones[status]}>{t(overdue ? 'overdue' : `reportStatus.${status}`)}</StatusTag>
      </Group>
      <Text size="sm" c="dimmed">
        {setter} · {t('dueBy', { date: format.date(dueOn) })}
      </Text>
      <Text size="sm" my={6} style={words}>
        {text}
      </Text>
      {remark && (
        <Text size="sm" style={words}>
          <strong>{t(status === 'Withdrawn' ? 'own.withdrawn' : 'own.remark')}:</strong> {remark}
        </Text>
      )}
      {report && (
        <Text size="sm" style={words}>
          <strong>{t('own.reported', { date: reportedAt ? format.date(reportedAt) : '' })}:</strong> {report}
        </Text>
      )}
      {(status === 'Assigned' || status === 'Returned') && (
        <Button size="compact-sm" mt={6} onClick={onReport}>
          {t(status === 'Returned' ? 'own.reportAgain' : 'own.report')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      )}
    </Paper>
  );
}
