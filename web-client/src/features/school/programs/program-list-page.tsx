import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveTable } from '@/shared/api/save-table';
import { staff } from '@/shared/staff/api';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton, type ExportFormat } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { allPrograms, programs } from './api';
import { useProgramColumns } from './program-list-columns';
import { PurposeFilter } from './purpose-filter';
import { listFilter, type ProgramSearch } from './search';
import { StatusTabs, sum } from './status-tabs';
import { ViewSwitch } from './view-switch';

const PersonPicker = later(async () => (await import('./person-picker')).PersonPicker, () => <Skeleton h={36} w={{ base: '100%', xs: 240 }} />);

type Props = {
  organizationId: string;
  search: ProgramSearch;
  onSearch: (change: ProgramSearch) => void;
  mayCreate: boolean;
  /** Whoever may read the staff narrows the list to one of them. */
  seesStaff?: boolean;
};

export function ProgramListPage({ organizationId, search, onSearch, mayCreate, seesStaff = true }: Props) {
  const { t } = useTranslation('programs');
  const columns = useProgramColumns();
  const filter = listFilter(organizationId, search);
  const pages = useInfiniteQuery(programs.list(filter));
  const client = useQueryClient();
  const { data: person } = useQuery({ ...staff.named(search.person ?? ''), enabled: Boolean(search.person) });
  const { data: counts } = useQuery(programs.counts(organizationId));

  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const isFiltered = Boolean(search.q ?? search.purpose ?? search.person);
  const total = isFiltered ? undefined : counts && sum(counts, search.status);
  const known = pages.hasNextPage ? total : rows?.length;
  const reset = { q: undefined, purpose: undefined, person: undefined };

  const exportAll = async (format: ExportFormat) => {
    const all = pages.hasNextPage ? await allPrograms(filter) : (rows ?? []);
    const lines = all.map((row) => columns.map(({ value }) => value(row)));
    await saveTable([columns.map(({ header }) => header), ...lines], t('list.file'), format);
  };

  const create = mayCreate && (
    <LinkButton
      to="/programs/new"
      search={{ org: organizationId }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('list.create')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('list.title')}>
        <ViewSwitch view="list" onView={(view) => onSearch({ view })} />
        <LinkButton variant="default" to="/school/$orgId/templates" params={{ orgId: organizationId }}>
          {t('templates.title')}
        </LinkButton>
        <ExportButton
          label={known === undefined ? t('list.exportAll') : t('list.export', { count: known })}
          disabled={!rows?.length}
          onExport={exportAll}
        />
        {create}
      </PageHeader>

      <StatusTabs value={search.status} counts={counts} onChange={(status) => onSearch({ status })}>
        <FilterBar
          search={search.q}
          searchLabel={t('list.search')}
          onSearch={(q) => onSearch({ q })}
          changed={isFiltered}
          onReset={() => onSearch(reset)}
        >
          <PurposeFilter
            organizationId={organizationId}
            status={search.status}
            value={search.purpose}
            onChange={(purpose) => onSearch({ purpose })}
          />
          {seesStaff && (
            <PersonPicker
              key={person?.id ?? ''}
              organizationId={organizationId}
              label={t('list.person')}
              hideLabel
              clearable
              w={{ base: '100%', xs: 240 }}
              value={search.person ? (person ?? { id: search.person, name: '' }) : undefined}
              onChange={(picked) => {
                if (picked) client.setQueryData(staff.named(picked.id).queryKey, picked);
                onSearch({ person: picked?.id });
              }}
            />
          )}
        </FilterBar>

        <DataTable
          id="programs"
          label={t('list.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          sort={search.sort}
          onSort={(sort) => onSearch({ sort })}
          sortedByServer
          summary={known === undefined ? '' : t('list.programs', { count: known })}
          error={pages.error}
          onRetry={() => void pages.refetch()}
          empty={
            isFiltered || search.status ? (
              <EmptyState title={t('list.nothing')} text={t('list.nothingText')}>
                <Button variant="default" onClick={() => onSearch({ ...reset, status: undefined })}>
                  {t('list.showAll')}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('list.none')} text={t(mayCreate ? 'list.noneText' : 'list.noneYet')}>
                {create}
              </EmptyState>
            )
          }
        />
        {rows && rows.length > 0 && (
          <LoadMore pages={pages} shown={rows.length} {...(known === undefined ? {} : { total: known })} />
        )}
      </StatusTabs>
    </>
  );
}
