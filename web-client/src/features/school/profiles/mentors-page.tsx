import { Button, Checkbox, NativeSelect } from '@mantine/core';
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
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { profiles, type MentorItem, type MentorStatus } from './api';
import type { MentorSearch } from './search';
import { mentorStatuses, mentorTones } from './tones';

const NO_FILTERS: MentorSearch = { q: undefined, status: undefined, topic: undefined, subject: undefined, free: undefined };

type Props = { organizationId: string; search: MentorSearch; onSearch: (change: MentorSearch) => void; mayManage: boolean };

/** The mentors of a school: what they offer, their load, what waits for confirmation. */
export function MentorsPage({ organizationId, search, onSearch, mayManage }: Props) {
  const { t } = useTranslation('profiles');
  const topics = useDictionary('mentor-topic');
  const subjects = useDictionary('subject');
  const columns = useColumns(organizationId, mayManage);
  const pages = useInfiniteQuery(
    profiles.mentors(organizationId, {
      search: search.q,
      status: search.status,
      topic: search.topic,
      subject: search.subject,
      free: search.free && true,
    }),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const toPeople = (
    <LinkButton variant="default" to="/school/$orgId/people" params={{ orgId: organizationId }}>
      {t('list.people')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('mentors.title')} summary={t('mentors.lead')} />
      <FilterBar search={search.q} searchLabel={t('list.search')} onSearch={(q) => onSearch({ q })} changed={isFiltered} onReset={() => onSearch(NO_FILTERS)}>
        <NativeSelect
          w={{ base: '100%', xs: 200 }}
          aria-label={t('field.status')}
          value={search.status ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ status: (value || undefined) as MentorStatus | undefined })}
          data={[{ value: '', label: t('list.anyStatus') }, ...mentorStatuses.map((value) => ({ value, label: t(`mentorStatus.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 220 }}
          aria-label={t('field.topics')}
          value={search.topic ?? ''}
          onChange={({ currentTarget }) => onSearch({ topic: currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anyTopic') }, ...topics.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 200 }}
          aria-label={t('field.subjects')}
          value={search.subject ?? ''}
          onChange={({ currentTarget }) => onSearch({ subject: currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anySubject') }, ...subjects.options]}
        />
        <Checkbox
          my={8}
          label={t('list.free')}
          checked={search.free === 'yes'}
          onChange={({ currentTarget }) => onSearch({ free: currentTarget.checked ? 'yes' : undefined })}
        />
      </FilterBar>
      <DataTable
        id="mentors"
        label={t('mentors.title')}
        columns={columns}
        rows={rows}
        rowKey={({ personId }) => personId}
        summary={rows && !pages.hasNextPage ? t('mentors.count', { count: rows.length }) : ''}
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
            <EmptyState title={t('mentors.none')} text={t('mentors.noneText')}>
              {toPeople}
            </EmptyState>
          )
        }
      />
      {pages.hasNextPage && rows && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function useColumns(organizationId: string, mayManage: boolean): Column<MentorItem>[] {
  const { t } = useTranslation('profiles');
  const topics = useDictionary('mentor-topic');
  const subjects = useDictionary('subject');
  const names = (codes: readonly string[], of: typeof topics) => codes.map(of.name).join(', ');

  return [
    {
      id: 'name',
      header: t('field.name'),
      rowHeader: true,
      unsortable: true,
      width: 1.8,
      value: ({ name }) => name,
      cell: ({ personId, name }) =>
        mayManage ? (
          <Link to="/school/$orgId/mentors/$personId" params={{ orgId: organizationId, personId }} title={name}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    {
      id: 'status',
      header: t('field.status'),
      unsortable: true,
      width: 1.5,
      value: ({ status }) => status,
      cell: ({ status }) =>
        status ? <StatusTag tone={mentorTones[status]}>{t(`mentorStatus.${status}`)}</StatusTag> : <StatusTag tone="risk">{t('mentors.noProfile')}</StatusTag>,
    },
    {
      id: 'load',
      header: t('field.load'),
      unsortable: true,
      width: 1.1,
      value: ({ activePrograms }) => activePrograms,
      cell: ({ status, activePrograms, capacityPrograms }) =>
        status ? t('mentors.loadOf', { active: activePrograms, capacity: capacityPrograms }) : t('mentors.loadNow', { active: activePrograms }),
    },
    { id: 'topics', header: t('field.topics'), unsortable: true, width: 2.2, value: (row) => names(row.topics, topics) },
    { id: 'subjects', header: t('field.subjects'), unsortable: true, width: 1.3, value: (row) => names(row.subjects, subjects) },
    {
      id: 'results',
      header: t('field.results'),
      unsortable: true,
      width: 1.3,
      value: ({ resultsConfirmed }) => resultsConfirmed,
      cell: ({ resultsConfirmed, resultsStated }) =>
        resultsStated > 0 ? (
          <StatusTag tone="wait">{t('mentors.stated', { confirmed: resultsConfirmed, stated: resultsStated })}</StatusTag>
        ) : (
          resultsConfirmed || '—'
        ),
    },
    { id: 'hours', header: t('field.capacityHours'), unsortable: true, optional: true, align: 'end', value: ({ capacityHours }) => capacityHours },
    { id: 'remote', header: t('field.remote'), unsortable: true, optional: true, value: ({ remote }) => remote },
  ];
}
