import { useMemo, useState } from 'react';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { admin, type FailedJob, type Job } from './api';

const tones: Record<Job['outcome'], Tone> = { Succeeded: 'ok', Running: 'wait', Waiting: 'wait', Retrying: 'risk', Failed: 'risk', None: 'off' };

/** A job that this build does not know keeps its code. */
const words = (part: 'name' | 'what', id: string) =>
  i18n.exists(`admin:jobs.of.${id}.${part}`) ? i18n.t(`admin:jobs.of.${id}.${part}` as 'admin:jobs.of.outbox.name') : part === 'name' ? id : '';

/** What runs by the clock: whether it runs, and what of it waits for somebody. */
export function Jobs() {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const jobs = useQuery(admin.jobs());
  const [asked, setAsked] = useState<Job>();
  const columns = useColumns(setAsked);

  return (
    <Stack gap="md">
      {jobs.data?.workers === 0 && (
        <Alert color="red" variant="outline" role="alert" maw={720}>
          {t('jobs.nobodyWorks')}
        </Alert>
      )}
      <Text maw={720}>{t('jobs.text')}</Text>
      <DataTable
        id="jobs"
        label={t('tab.jobs')}
        columns={columns}
        rows={jobs.data?.jobs}
        rowKey={({ id }) => id}
        wrap
        error={jobs.error}
        onRetry={() => void jobs.refetch()}
        empty={<EmptyState title={t('jobs.none')} />}
      />
      <Failed />
      <section>
        <Text size="sm" c="dimmed" maw={720} mb={4}>
          {t('jobs.detailsText')}
        </Text>
        <a href="/hangfire">{t('jobs.details')}</a>
      </section>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('jobs.runTitle')}
        confirmLabel={t('jobs.run')}
        onConfirm={async () => {
          await admin.runJob(asked!.id);
          await client.invalidateQueries({ queryKey: admin.jobs().queryKey });
        }}
      >
        <Text>{asked && t('jobs.runText', { name: words('name', asked.id) })}</Text>
      </ConfirmDialog>
    </Stack>
  );
}

function useColumns(onRun: (job: Job) => void): Column<Job>[] {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('jobs.name'),
        rowHeader: true,
        width: 3,
        value: ({ id }) => words('name', id),
        cell: ({ id }) => (
          <>
            {words('name', id)}
            <Text component="div" size="xs" c="dimmed" fw={400}>
              {words('what', id)}
            </Text>
          </>
        ),
      },
      {
        id: 'outcome',
        header: t('jobs.outcome'),
        width: 1.4,
        value: ({ outcome }) => t(`jobs.outcomes.${outcome}`),
        cell: ({ outcome, late, failingItems, stuckItems }) => (
          <>
            <StatusTag tone={late ? 'risk' : tones[outcome]}>{t(late ? 'jobs.late' : `jobs.outcomes.${outcome}`)}</StatusTag>
            {failingItems > 0 && (
              <Text component="div" size="xs">
                {t(stuckItems > 0 ? 'jobs.stuck' : 'jobs.failing', { items: stuckItems || failingItems })}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'lastRunAt',
        header: t('jobs.lastRunAt'),
        width: 1.2,
        value: ({ lastRunAt }) => lastRunAt,
        cell: ({ lastRunAt }) => (lastRunAt ? format.instant(lastRunAt) : t('jobs.never')),
      },
      {
        id: 'nextRunAt',
        header: t('jobs.nextRunAt'),
        width: 1.2,
        value: ({ nextRunAt }) => nextRunAt,
        cell: ({ nextRunAt }) => nextRunAt && format.instant(nextRunAt),
      },
      {
        id: 'acts',
        header: t('jobs.acts'),
        unsortable: true,
        width: 1.2,
        value: () => '',
        cell: (job) => (
          <Button size="compact-sm" variant="subtle" aria-label={t('jobs.runOf', { name: words('name', job.id) })} onClick={() => onRun(job)}>
            {t('jobs.run')}
          </Button>
        ),
      },
    ],
    [t, format, onRun],
  );
}

/** Runs that failed for good: tried again by hand once the cause is mended. */
function Failed() {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const client = useQueryClient();
  const failed = useQuery(admin.failedJobs());
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: admin.jobs().queryKey }));
  const columns: Column<FailedJob>[] = [
    { id: 'job', header: t('jobs.name'), rowHeader: true, width: 2, value: ({ job }) => words('name', job) },
    { id: 'failedAt', header: t('jobs.failedAt'), value: ({ failedAt }) => failedAt, cell: ({ failedAt }) => failedAt && format.instant(failedAt) },
    { id: 'error', header: t('jobs.error'), width: 1.4, value: ({ error }) => error, cell: ({ error }) => error && <code>{error}</code> },
    {
      id: 'acts',
      header: t('jobs.acts'),
      unsortable: true,
      value: () => '',
      cell: ({ id, job }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('jobs.retryOf', { name: words('name', job), number: id })}
          onClick={() => attempt(() => admin.retryJob(id))}
        >
          {t('jobs.retry')}
        </Button>
      ),
    },
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('jobs.failed')}
      </Title>
      <DataTable
        id="failed-jobs"
        label={t('jobs.failed')}
        columns={columns}
        rows={failed.data}
        rowKey={({ id }) => id}
        wrap
        error={failed.error}
        onRetry={() => void failed.refetch()}
        empty={<EmptyState title={t('jobs.nothingFailed')} text={t('jobs.nothingFailedText')} />}
      />
      {dialog}
    </section>
  );
}
