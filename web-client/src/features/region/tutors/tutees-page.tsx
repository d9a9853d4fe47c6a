import { Tabs, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { later } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { tutors, type Tutee } from './api';
import { needTones, tuteeTabs, type TuteesSearch } from './search';

const Week = later(async () => (await import('./week')).Week);
const Differences = later(async () => (await import('./differences')).Differences);

type Props = { search: TuteesSearch; onSearch: (change: Partial<TuteesSearch>) => void };

/** A tutor's working day: who needs the tutor next and why, the consultations of a week, what is to be settled with schools. */
export function TuteesPage({ search, onSearch }: Props) {
  const { t } = useTranslation('tutors');
  return (
    <>
      <PageHeader title={t('tutees.title')} summary={t('tutees.summary')} />
      <Tabs
        value={search.tab ?? 'board'}
        onChange={(to) => onSearch({ tab: to === 'board' ? undefined : tuteeTabs.find((one) => one === to), q: undefined, day: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t('tutees.title')}>
          {tuteeTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tutees.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="board">
          <Board q={search.q} onSearch={(q) => onSearch({ q })} />
        </Tabs.Panel>
        <Tabs.Panel value="week">
          <Week day={search.day} onDay={(day) => onSearch({ day })} />
        </Tabs.Panel>
        <Tabs.Panel value="differences">
          <Differences />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Board({ q, onSearch }: { q: string | undefined; onSearch: (q: string | undefined) => void }) {
  const { t } = useTranslation('tutors');
  const pages = useInfiniteQuery(tutors.tutees(q));
  const columns = useColumns();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <FilterBar search={q} searchLabel={t('tutees.search')} onSearch={onSearch} changed={Boolean(q)} onReset={() => onSearch(undefined)} />
      <DataTable
        id="tutees"
        label={t('tutees.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t(q ? 'nothingFound' : 'tutees.none')} text={t(q ? 'nothingFoundText' : 'tutees.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function useColumns(): Column<Tutee>[] {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  return [
    {
      id: 'teacher',
      header: t('teacher'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ personName }) => personName,
      cell: ({ id, personName, organizationName }) => (
        <>
          <Link to="/tutoring/$tutoringId" params={{ tutoringId: id }}>
            {personName}
          </Link>
          <Text size="xs" c="dimmed">
            {organizationName}
          </Text>
        </>
      ),
    },
    {
      id: 'need',
      header: t('tutees.needOf'),
      unsortable: true,
      width: 1.8,
      value: ({ need }) => need,
      cell: ({ need, toRecord, overdue }) => (
        <StatusTag tone={needTones[need]}>
          {need === 'ToRecord'
            ? t('tutees.toRecord', { count: toRecord })
            : need === 'Overdue'
              ? t('tutees.overdue', { count: overdue })
              : t(`tutees.need.${need}`)}
        </StatusTag>
      ),
    },
    {
      id: 'route',
      header: t('tutees.route'),
      unsortable: true,
      width: 1.6,
      value: ({ routeStatus }) => routeStatus ?? '',
      cell: ({ routeStatus, activities, activitiesDone }) => (
        <>
          {routeStatus ? t(`tutees.routeStatus.${routeStatus}`) : t('tutees.noRoute')}
          {activities > 0 && (
            <Text size="xs" c="dimmed">
              {t('tutees.doneOf', { done: activitiesDone, all: activities })}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'term',
      header: t('tutees.term'),
      unsortable: true,
      width: 1.2,
      value: ({ nextTermOn }) => nextTermOn ?? '',
      cell: ({ nextTermOn, answerBy, status }) =>
        nextTermOn ? format.date(nextTermOn) : status === 'Proposed' && answerBy ? t('answerBy', { date: format.date(answerBy) }) : '—',
    },
    {
      id: 'last',
      header: t('tutees.last'),
      unsortable: true,
      width: 1.2,
      value: ({ lastContactAt }) => lastContactAt,
      cell: ({ lastContactAt }) => (lastContactAt ? format.date(lastContactAt) : t('tutees.never')),
    },
    {
      id: 'next',
      header: t('tutees.next'),
      unsortable: true,
      width: 1.4,
      value: ({ nextConsultationAt }) => nextConsultationAt,
      cell: ({ nextConsultationAt }) => (nextConsultationAt ? format.instant(nextConsultationAt) : t('tutees.notPlanned')),
    },
  ];
}
