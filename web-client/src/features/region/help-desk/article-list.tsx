import { NativeSelect, Text } from '@mantine/core';
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
import { StatusTag } from '@/shared/ui/status-tag';
import { helpDesk, type ArticleItem } from './api';
import { articleTones, type ArticlesSearch } from './search';

type Props = {
  /** All of this body; what is published for the reader when absent. */
  organizationId?: string;
  search: ArticlesSearch;
  onSearch: (change: Partial<ArticlesSearch>) => void;
};

/** Answers that others may use, found by words in any form. */
export function ArticleList({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('help-desk');
  const areas = useDictionary('competence-area');
  const pages = useInfiniteQuery(helpDesk.articles(search, organizationId));
  const columns = useColumns(organizationId !== undefined);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.area);
  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('articles.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, area: undefined })}
      >
        <NativeSelect
          aria-label={t('areas')}
          value={search.area ?? ''}
          onChange={(event) => onSearch({ area: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
      </FilterBar>
      <DataTable
        id="help-articles"
        label={t('articles.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t(narrowed ? 'nothingFound' : 'articles.none')} text={t(narrowed ? 'nothingFoundText' : 'articles.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function useColumns(own: boolean): Column<ArticleItem>[] {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  return [
    {
      id: 'title',
      header: t('article.title'),
      rowHeader: true,
      unsortable: true,
      width: 2.4,
      value: ({ title }) => title,
      cell: ({ id, title, organizationName }) => (
        <>
          <Link to="/help-desk/articles/$articleId" params={{ articleId: id }}>
            {title}
          </Link>
          <Text size="xs" c="dimmed">
            {organizationName}
          </Text>
        </>
      ),
    },
    { id: 'areas', header: t('areas'), unsortable: true, width: 1.6, value: (one) => one.areas.map(areas.name).join(', ') },
    ...(own
      ? [
          {
            id: 'status',
            header: t('statusOf'),
            unsortable: true,
            value: ({ status }: ArticleItem) => status,
            cell: ({ status }: ArticleItem) => <StatusTag tone={articleTones[status]}>{t(`articleStatus.${status}`)}</StatusTag>,
          },
        ]
      : []),
    { id: 'helpful', header: t('article.helpful'), unsortable: true, value: ({ helpful }) => helpful },
    { id: 'updated', header: t('article.updated'), unsortable: true, value: ({ updatedAt }) => updatedAt, cell: ({ updatedAt }) => format.date(updatedAt) },
  ];
}
