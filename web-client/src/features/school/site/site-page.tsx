import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { categories, publicPage, site, statuses, type Category, type PostItem, type PostStatus } from './api';
import { EmbedHelp } from './embed-help';
import { tones } from './status';

export type SiteSearch = { status?: PostStatus | undefined; category?: Category | undefined };
type Props = { organizationId: string; search: SiteSearch; onSearch: (change: SiteSearch) => void };

/** What a school has written for its public section on mentoring. */
export function SitePage({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('site');
  const columns = useColumns(organizationId);
  const pages = useInfiniteQuery(site.posts(organizationId, search));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = search.status !== undefined || search.category !== undefined;
  const newPost = (
    <LinkButton to="/school/$orgId/site/$postId" params={{ orgId: organizationId, postId: 'new' }}>
      {t('new')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        <a href={publicPage(organizationId)} target="_blank" rel="noreferrer">
          {t('open')}
        </a>
        {newPost}
      </PageHeader>
      <FilterBar changed={narrowed} onReset={() => onSearch({ status: undefined, category: undefined })}>
        <NativeSelect
          aria-label={t('field.status')}
          value={search.status ?? ''}
          onChange={(event) => onSearch({ status: statuses.find((status) => status === event.currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...statuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
        <NativeSelect
          aria-label={t('field.category')}
          value={search.category ?? ''}
          onChange={(event) => onSearch({ category: categories.find((category) => category === event.currentTarget.value) })}
          data={[{ value: '', label: t('anyCategory') }, ...categories.map((value) => ({ value, label: t(`category.${value}`) }))]}
        />
      </FilterBar>
      <DataTable
        id="site-posts"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        summary=""
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(narrowed ? 'empty.narrowed' : 'empty.title')} text={t(narrowed ? 'empty.narrowedText' : 'empty.text')}>
            {!narrowed && newPost}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <EmbedHelp organizationId={organizationId} />
    </>
  );
}

function useColumns(organizationId: string): Column<PostItem>[] {
  const { t } = useTranslation('site');
  const format = useFormat();

  return [
    {
      id: 'title',
      header: t('field.title'),
      rowHeader: true,
      width: 3,
      value: ({ title }) => title,
      cell: ({ id, title, lead }) => (
        <>
          <Link to="/school/$orgId/site/$postId" params={{ orgId: organizationId, postId: id }}>
            {title}
          </Link>
          <Text size="sm" c="dimmed" lineClamp={1}>
            {lead}
          </Text>
        </>
      ),
    },
    { id: 'category', header: t('field.category'), value: ({ category }) => t(`category.${category}`) },
    {
      id: 'status',
      header: t('field.status'),
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>,
    },
    {
      id: 'publishedAt',
      header: t('field.publishedAt'),
      value: ({ publishedAt }) => publishedAt ?? '',
      cell: ({ publishedAt }) => (publishedAt ? format.instant(publishedAt) : '—'),
    },
  ];
}
