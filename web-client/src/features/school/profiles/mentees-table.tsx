import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { StatusTag } from '@/shared/ui/status-tag';
import { profiles, type MenteeItem, type MenteeStatus } from './api';
import type { MenteeSearch } from './search';
import { menteeStatuses, menteeTones } from './tones';

const NO_FILTERS: MenteeSearch = { q: undefined, status: undefined, category: undefined, subject: undefined, program: undefined };

type Props = { organizationId: string; search: MenteeSearch; onSearch: (change: MenteeSearch) => void };

export function MenteesTable({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('profiles');
  const categories = useDictionary('mentee-category');
  const subjects = useDictionary('subject');
  const columns = useColumns(organizationId);
  const { q, status, category, subject, program } = search;
  const pages = useInfiniteQuery(
    profiles.mentees(organizationId, { search: q, status, category, subject, withProgram: program && program === 'with' }),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const isFiltered = [q, status, category, subject, program].some((value) => value !== undefined);

  return (
    <>
      <FilterBar search={q} searchLabel={t('list.search')} onSearch={(next) => onSearch({ q: next })} changed={isFiltered} onReset={() => onSearch(NO_FILTERS)}>
        <NativeSelect
          w={{ base: '100%', xs: 190 }}
          aria-label={t('field.status')}
          value={status ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ status: (value || undefined) as MenteeStatus | undefined })}
          data={[{ value: '', label: t('list.anyStatus') }, ...menteeStatuses.map((value) => ({ value, label: t(`menteeStatus.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 220 }}
          aria-label={t('field.categories')}
          value={category ?? ''}
          onChange={({ currentTarget }) => onSearch({ category: currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anyCategory') }, ...categories.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 190 }}
          aria-label={t('field.subjects')}
          value={subject ?? ''}
          onChange={({ currentTarget }) => onSearch({ subject: currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anySubject') }, ...subjects.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 190 }}
          aria-label={t('field.programs')}
          value={program ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ program: (value || undefined) as MenteeSearch['program'] })}
          data={[
            { value: '', label: t('list.anyProgram') },
            { value: 'without', label: t('list.withoutProgram') },
            { value: 'with', label: t('list.withProgram') },
          ]}
        />
      </FilterBar>
      <DataTable
        id="mentees"
        label={t('mentees.title')}
        columns={columns}
        rows={rows}
        rowKey={({ personId }) => personId}
        summary={rows && !pages.hasNextPage ? t('mentees.count', { count: rows.length }) : ''}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          isFiltered ? (
            <EmptyState title={t('list.nothing')} text={t('list.nothingText')}>
              <Button variant="default" onClick={() => onSearch(NO_FILTERS)}>
                {t('list.showAll')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('mentees.none')} text={t('mentees.noneText')}>
              <LinkButton variant="default" to="/school/$orgId/census" params={{ orgId: organizationId }}>
                {t('mentees.toCensus')}
              </LinkButton>
            </EmptyState>
          )
        }
      />
      {pages.hasNextPage && rows && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function useColumns(organizationId: string): Column<MenteeItem>[] {
  const { t } = useTranslation('profiles');
  const categories = useDictionary('mentee-category');
  const areas = useDictionary('competence-area');
  const subjects = useDictionary('subject');

  return [
    {
      id: 'name',
      header: t('field.name'),
      rowHeader: true,
      unsortable: true,
      width: 1.8,
      value: ({ name }) => name,
      cell: ({ personId, name }) => (
        <Link to="/school/$orgId/mentees/$personId" params={{ orgId: organizationId, personId }} title={name}>
          {name}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('field.status'),
      unsortable: true,
      width: 1.2,
      value: ({ status }) => status,
      cell: ({ status }) =>
        status ? <StatusTag tone={menteeTones[status]}>{t(`menteeStatus.${status}`)}</StatusTag> : <StatusTag tone="risk">{t('mentees.noProfile')}</StatusTag>,
    },
    { id: 'categories', header: t('field.categories'), unsortable: true, width: 1.6, value: (row) => row.categories.map(categories.name).join(', ') },
    { id: 'areas', header: t('field.difficulties'), unsortable: true, width: 2, value: (row) => [...new Set(row.areas)].map(areas.name).join(', ') },
    { id: 'programs', header: t('field.programs'), unsortable: true, align: 'end', width: 0.9, value: ({ activePrograms }) => activePrograms },
    { id: 'need', header: t('field.need'), unsortable: true, width: 1.3, value: ({ need }) => (need ? t(`need.${need}`) : null) },
    { id: 'subjects', header: t('field.subjects'), unsortable: true, optional: true, width: 1.3, value: (row) => row.subjects.map(subjects.name).join(', ') },
    {
      id: 'program',
      header: t('field.newProgram'),
      unsortable: true,
      width: 1,
      value: () => '',
      cell: ({ personId, name }) => (
        <Link to="/programs/new" search={{ org: organizationId, mentee: personId }} aria-label={t('mentees.draftFor', { name })}>
          {t('mentees.draft')}
        </Link>
      ),
    },
  ];
}
