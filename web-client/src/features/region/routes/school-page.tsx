import type { ReactNode } from 'react';
import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { routes, type SchoolRoute } from './api';
import { routeStatuses, tones, type RoutesSearch } from './search';

type Props = {
  organizationId: string;
  search: RoutesSearch;
  onSearch: (change: Partial<RoutesSearch>) => void;
  /** What has to be seen to before the list. */
  above?: ReactNode;
};

/** How far the routes of a school's teachers are; nothing that is written in them. */
export function SchoolRoutesPage({ organizationId, search, onSearch, above }: Props) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const pages = useInfiniteQuery(routes.school(organizationId, search));
  const { data: sums } = useQuery(routes.sums(organizationId));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.status);
  const columns: Column<SchoolRoute>[] = [
    { id: 'teacher', header: t('teacher'), rowHeader: true, unsortable: true, width: 2, value: ({ personName }) => personName },
    {
      id: 'status',
      header: t('step'),
      unsortable: true,
      width: 1.4,
      value: ({ status }) => status,
      cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>,
    },
    {
      id: 'term',
      header: t('term'),
      unsortable: true,
      width: 1.6,
      value: ({ startsOn }) => startsOn,
      cell: ({ startsOn, endsOn }) => t('period', { from: format.date(startsOn), until: format.date(endsOn) }),
    },
    {
      id: 'activities',
      header: t('activities'),
      unsortable: true,
      value: ({ activities }) => activities,
      cell: ({ activities, activitiesDone }) => t('doneOf', { done: activitiesDone, all: activities }),
    },
    { id: 'products', header: t('products'), unsortable: true, value: ({ products }) => products },
    { id: 'next', header: t('nextOn'), unsortable: true, value: ({ nextOn }) => nextOn ?? '', cell: ({ nextOn }) => nextOn && format.date(nextOn) },
  ];

  return (
    <>
      <PageHeader title={t('school.title')} summary={t('school.about')} />
      {above}
      {sums && (
        <Text size="sm" mb="sm">
          {[
            t('sums.here', { running: sums.running, completed: sums.completed, done: sums.activitiesDone, all: sums.activities, products: sums.products }),
            sums.left.routes > 0 && t('sums.left', { count: sums.left.routes, done: sums.left.activitiesDone, products: sums.left.products }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      )}
      <FilterBar
        search={search.q}
        searchLabel={t('school.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined })}
      >
        <NativeSelect
          aria-label={t('step')}
          value={search.status ?? ''}
          onChange={(event) => onSearch({ status: routeStatuses.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('school.any') }, ...routeStatuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
        <ExportButton
          label={t('school.export')}
          onExport={(kind) => download(`${routes.schoolFile(organizationId, search)}&format=${kind}`, `routes.${kind.toLowerCase()}`)}
        />
      </FilterBar>
      <DataTable
        id="school-routes"
        label={t('school.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t(narrowed ? 'school.nothing' : 'school.none')} text={t(narrowed ? 'school.nothingText' : 'school.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}
