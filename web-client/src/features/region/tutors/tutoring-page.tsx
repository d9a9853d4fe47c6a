import { useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { tutors, type Tutoring } from './api';
import { statuses, tones, type Step, type TutoringSearch } from './search';

const StepDialogs = dialogLater(async () => (await import('./step-dialogs')).StepDialogs, ({ act }) => act !== undefined);

export type TutoringAct = { step: Step; row: Tutoring } | { step: 'New' };

type Props = {
  organizationId: string;
  search: TutoringSearch;
  onSearch: (change: Partial<TutoringSearch>) => void;
  /** The caller runs the tutors of this body; otherwise it is a school's list, to be read. */
  mayManage: boolean;
};

/** Who accompanies whom: a body's list to act in, a school's to know by. */
export function TutoringPage({ organizationId, search, onSearch, mayManage }: Props) {
  const { t } = useTranslation('tutors');
  const pages = useInfiniteQuery(tutors.tutoring(organizationId, search));
  const [act, setAct] = useState<TutoringAct>();
  const columns = useColumns(mayManage, (step, row) => setAct({ step, row }));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.status ?? search.show);
  const propose = mayManage && <Button onClick={() => setAct({ step: 'New' })}>{t('propose.title')}</Button>;

  return (
    <>
      <PageHeader title={t('list.title')} summary={t(mayManage ? 'list.ofBody' : 'list.ofSchool')}>
        {mayManage && (
          <LinkButton to="/school/$orgId/tutors" params={{ orgId: organizationId }} variant="default">
            {t('registry.title')}
          </LinkButton>
        )}
        {propose}
      </PageHeader>
      <FilterBar
        search={search.q}
        searchLabel={t('list.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined, show: undefined })}
      >
        <NativeSelect
          aria-label={t('statusOf')}
          value={search.show ?? search.status ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onSearch({ status: statuses.find((one) => one === value), show: value === 'overdue' ? value : undefined });
          }}
          data={[
            { value: '', label: t('anyStatus') },
            ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
            { value: 'overdue', label: t('list.overdue') },
          ]}
        />
      </FilterBar>
      <DataTable
        id="tutoring"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState
            title={t(narrowed ? 'nothingFound' : 'list.none')}
            text={t(narrowed ? 'nothingFoundText' : mayManage ? 'list.noneOfBody' : 'list.noneOfSchool')}
          >
            {!narrowed && propose}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <StepDialogs organizationId={organizationId} act={act} onClose={() => setAct(undefined)} />
    </>
  );
}

function useColumns(mayManage: boolean, onStep: (step: Step, row: Tutoring) => void): Column<Tutoring>[] {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const zones = useDictionary('competence-area');
  return [
    {
      id: 'teacher',
      header: t('teacher'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ personName }) => personName,
      cell: ({ id, personName, organizationName, areas }) => (
        <>
          <Link to="/tutoring/$tutoringId" params={{ tutoringId: id }}>
            {personName}
          </Link>
          <Text size="xs" c="dimmed">
            {[mayManage && organizationName, areas.map(zones.name).join(', ')].filter(Boolean).join(' · ')}
          </Text>
        </>
      ),
    },
    {
      id: 'tutor',
      header: t('tutor'),
      unsortable: true,
      width: 1.8,
      value: ({ tutorName }) => tutorName,
      cell: ({ tutorName, bodyName }) => (
        <>
          {tutorName ?? '—'}
          {!mayManage && (
            <Text size="xs" c="dimmed">
              {bodyName}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'status',
      header: t('statusOf'),
      unsortable: true,
      width: 1.4,
      value: ({ status }) => status,
      cell: ({ status, overdue }) => (
        <StatusTag tone={overdue ? 'risk' : tones[status]}>{t(overdue ? 'list.overdue' : `status.${status}`)}</StatusTag>
      ),
    },
    {
      id: 'days',
      header: t('list.days'),
      unsortable: true,
      width: 1.6,
      value: ({ changedAt }) => changedAt,
      cell: (row) => (
        <>
          {row.startsOn
            ? row.endsOn
              ? t('period', { from: format.date(row.startsOn), until: format.lastDay(row.endsOn, row.startsOn) })
              : t('since', { from: format.date(row.startsOn) })
            : row.answerBy && row.status === 'Proposed'
              ? t('answerBy', { date: format.date(row.answerBy) })
              : format.instant(row.changedAt)}
          {row.reason && (
            <Text size="xs" c="dimmed">
              {row.reason}
            </Text>
          )}
        </>
      ),
    },
    ...(mayManage
      ? [
          {
            id: 'steps',
            header: t('steps'),
            unsortable: true,
            width: 1.8,
            value: () => '',
            cell: (row: Tutoring) => (
              <Group gap={4}>
                {row.steps.map((step) => (
                  <Button
                    key={step}
                    size="compact-sm"
                    variant="default"
                    aria-label={t('stepOf', { step: t(`centreStep.${step}`), name: row.personName })}
                    onClick={() => onStep(step, row)}
                  >
                    {t(`centreStep.${step}`)}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]
      : []),
  ];
}
