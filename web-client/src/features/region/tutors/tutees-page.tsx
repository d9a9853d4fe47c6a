import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { tutors, type Tutee } from './api';
import { tones } from './search';

type Props = { search: { q?: string | undefined }; onSearch: (change: { q?: string | undefined }) => void };

/** The teachers of a tutor: who needs the tutor next comes first. */
export function TuteesPage({ search: { q }, onSearch }: Props) {
  const { t } = useTranslation('tutors');
  const pages = useInfiniteQuery(tutors.tutees(q));
  const columns = useColumns();
  const rows = pages.data?.pages.flatMap(({ items }) => items);

  return (
    <>
      <PageHeader title={t('tutees.title')} summary={t('tutees.summary')} />
      <FilterBar
        search={q}
        searchLabel={t('tutees.search')}
        onSearch={(to) => onSearch({ q: to })}
        changed={Boolean(q)}
        onReset={() => onSearch({ q: undefined })}
      />
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
  const zones = useDictionary('competence-area');
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
    { id: 'areas', header: t('areas'), unsortable: true, width: 2, value: ({ areas }) => areas.map(zones.name).join(', ') },
    {
      id: 'state',
      header: t('statusOf'),
      unsortable: true,
      width: 1.4,
      value: ({ status }) => status,
      cell: ({ status, toRecord }) => (
        <StatusTag tone={toRecord > 0 ? 'risk' : tones[status]}>{toRecord > 0 ? t('tutees.toRecord', { count: toRecord }) : t(`status.${status}`)}</StatusTag>
      ),
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
