import { useState } from 'react';
import { Button, Checkbox, Group, NativeSelect, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { DateField, TextAreaField } from '@/shared/ui/fields';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { schoolTaskActs } from './acts';
import { initiatives, type Report } from './api';
import { reportStatuses, reportTones, type ReportsSearch } from './search';

const words = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

type Props = { taskId: string; search: ReportsSearch; onSearch: (change: Partial<ReportsSearch>) => void };

/** One task for schools, and what each has reported. */
export function SchoolTaskPage({ taskId, search, onSearch }: Props) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const client = useQueryClient();
  const { data: task } = useSuspenseQuery(initiatives.schoolTask(taskId));
  const pages = useInfiniteQuery(initiatives.reports(taskId, search));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const [returning, setReturning] = useState<Report>();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [isReminding, setReminding] = useState(false);
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: initiatives.all }));
  const columns = useColumns(
    (report) => attempt(() => schoolTaskActs.accept(taskId, report), t('set.accept')),
    setReturning,
    ({ id }) => attempt(() => schoolTaskActs.remind(taskId, [id]), t('set.remind')),
  );
  const owing = task.withdrawn ? 0 : task.schoolCount - task.accepted - task.reported;
  const narrowed = Boolean(search.q ?? search.status ?? search.late);

  return (
    <>
      <p className="no-print">
        <Link to="/school-tasks">{t('set.back')}</Link>
      </p>
      <RecordHeader
        title={task.title}
        status={
          task.withdrawn ? (
            <StatusTag tone="off">{t('reportStatus.Withdrawn')}</StatusTag>
          ) : task.overdue > 0 ? (
            <StatusTag tone="risk">{t('set.late', { count: task.overdue })}</StatusTag>
          ) : (
            <StatusTag tone={task.accepted === task.schoolCount ? 'ok' : 'wait'}>
              {t('set.of', { done: format.number(task.accepted), all: format.number(task.schoolCount) })}
            </StatusTag>
          )
        }
        facts={[
          { label: t('set.setter'), value: task.setter },
          { label: t('set.dueOn'), value: format.date(task.dueOn) },
          { label: t('set.setAt'), value: format.date(task.setAt) },
          { label: t('set.accepted'), value: t('set.of', { done: format.number(task.accepted), all: format.number(task.schoolCount) }) },
          ...(task.initiativeTitle ? [{ label: t('set.initiative'), value: task.initiativeTitle }] : []),
          ...(task.withdrawReason ? [{ label: t('own.withdrawn'), value: task.withdrawReason }] : []),
        ]}
      >
        {owing > 0 && (
          <Button variant="default" onClick={() => setReminding(true)}>
            {t('set.remindAll')}
          </Button>
        )}
        {!task.withdrawn && task.accepted < task.schoolCount && (
          <Button variant="default" onClick={() => setWithdrawing(true)}>
            {t('set.withdraw')}
          </Button>
        )}
      </RecordHeader>
      <Text maw={720} style={words}>
        {task.text}
      </Text>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('set.reports')}
      </Title>
      <FilterBar
        search={search.q}
        searchLabel={t('set.searchSchool')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined, late: undefined })}
      >
        <NativeSelect
          aria-label={t('status')}
          value={search.status ?? ''}
          onChange={({ currentTarget }) => onSearch({ status: reportStatuses.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...reportStatuses.map((value) => ({ value, label: t(`reportStatus.${value}`) }))]}
        />
        <Checkbox
          style={{ alignSelf: 'center' }}
          label={t('set.onlyLate')}
          checked={search.late === 'yes'}
          onChange={({ currentTarget }) => onSearch({ late: currentTarget.checked ? 'yes' : undefined })}
        />
        <ExportButton
          label={t('set.export')}
          onExport={(form) => download(`${initiatives.reportsFile(taskId, search)}&format=${form}`, `school-reports.${form.toLowerCase()}`)}
        />
      </FilterBar>
      <DataTable
        id="school-reports"
        label={t('set.reports')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('nothingFound')} text={t('nothingFoundText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <CommandDialog<{ remark: string; dueOn: string }>
        opened={returning !== undefined}
        onClose={() => setReturning(undefined)}
        title={t('set.giveBack')}
        submitLabel={t('set.giveBack')}
        defaults={{ remark: '', dueOn: '' }}
        refresh={initiatives.all}
        onSend={async ({ remark, dueOn }) => {
          if (returning) await schoolTaskActs.giveBack(taskId, returning, remark.trim(), dueOn || null);
        }}
      >
        {({ control }) => (
          <>
            <Text size="sm" c="dimmed">
              {returning?.organizationName}
            </Text>
            <TextAreaField control={control} name="remark" required label={t('set.remark')} maxLength={2000} />
            <DateField control={control} name="dueOn" label={t('set.newDueOn')} hint={t('set.newDueOnHint')} />
          </>
        )}
      </CommandDialog>
      <CommandDialog<{ reason: string }>
        opened={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        title={t('set.withdraw')}
        submitLabel={t('set.withdraw')}
        defaults={{ reason: '' }}
        refresh={initiatives.all}
        onSend={({ reason }) => schoolTaskActs.withdraw(task, reason.trim())}
      >
        {({ control }) => (
          <TextAreaField control={control} name="reason" required label={t('reason')} hint={t('set.withdrawHint')} maxLength={1000} />
        )}
      </CommandDialog>
      <ConfirmDialog
        opened={isReminding}
        onClose={() => setReminding(false)}
        title={t('set.remindAll')}
        confirmLabel={t('set.remind')}
        onConfirm={async () => {
          await schoolTaskActs.remind(taskId, null);
          await client.invalidateQueries({ queryKey: initiatives.all });
        }}
      >
        {t('set.remindText', { count: owing })}
      </ConfirmDialog>
      {dialog}
    </>
  );
}

type Act = (report: Report) => void;

function useColumns(onAccept: Act, onReturn: Act, onRemind: Act): Column<Report>[] {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  return [
    {
      id: 'school',
      header: t('organization'),
      rowHeader: true,
      unsortable: true,
      width: 1.6,
      value: ({ organizationName }) => organizationName,
      cell: ({ organizationName, territoryNameRu }) => (
        <>
          {organizationName}
          <Text size="xs" c="dimmed">
            {territoryNameRu}
          </Text>
        </>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      unsortable: true,
      width: 1.2,
      value: ({ status }) => status,
      cell: ({ status, overdue, dueOn, remindedAt }) => (
        <>
          <StatusTag tone={overdue ? 'risk' : reportTones[status]}>{t(overdue ? 'overdue' : `reportStatus.${status}`)}</StatusTag>
          <Text size="xs" c="dimmed">
            {t('dueBy', { date: format.date(dueOn) })}
            {remindedAt && ` · ${t('set.reminded', { date: format.date(remindedAt) })}`}
          </Text>
        </>
      ),
    },
    {
      id: 'report',
      header: t('set.report'),
      unsortable: true,
      width: 3,
      value: ({ report }) => report ?? '',
      cell: ({ report, reportedAt, reportedBy, remark, status }) => (
        <>
          {report ? <span style={words}>{report}</span> : '—'}
          {reportedAt && (
            <Text size="xs" c="dimmed">
              {[format.date(reportedAt), reportedBy].filter(Boolean).join(' · ')}
            </Text>
          )}
          {remark && status === 'Returned' && (
            <Text size="sm">
              {t('own.remark')}: {remark}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'acts',
      header: t('set.decision'),
      unsortable: true,
      width: 1.4,
      value: () => '',
      cell: (report) =>
        report.status === 'Assigned' || report.status === 'Returned' ? (
          <Button size="compact-sm" variant="default" onClick={() => onRemind(report)}>
            {t('set.remind')}
            <span className="visually-hidden">: {report.organizationName}</span>
          </Button>
        ) : (
          report.status === 'Reported' && (
            <Group gap={4}>
              <Button size="compact-sm" onClick={() => onAccept(report)}>
                {t('set.accept')}
                <span className="visually-hidden">: {report.organizationName}</span>
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onReturn(report)}>
                {t('set.giveBack')}
                <span className="visually-hidden">: {report.organizationName}</span>
              </Button>
            </Group>
          )
        ),
    },
  ];
}
