import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { notifications, topics, type Topic } from './api';
import cls from './inbox-page.module.css';
import { InboxRow } from './inbox-row';

export type InboxSearch = { show?: 'unread' | undefined; topic?: Topic | undefined };
type Props = { search: InboxSearch; onSearch: (change: InboxSearch) => void };

/** What happened that concerns me, the newest first. */
export function InboxPage({ search, onSearch }: Props) {
  const { t } = useTranslation('notifications');
  const { t: called } = useTranslation('notices');
  const client = useQueryClient();
  const { data: unread = 0 } = useQuery(notifications.unread());
  const pages = useInfiniteQuery(notifications.list({ unread: search.show === 'unread', topic: search.topic }));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const refresh = () => client.invalidateQueries({ queryKey: notifications.all() });
  const markAll = useMutation({ ...notifications.markAll(), onSettled: refresh });
  const newest = rows?.[0]?.at;
  const narrowed = search.show !== undefined || search.topic !== undefined;

  return (
    <>
      <PageHeader title={t('title')} summary={t('unread', { count: unread })}>
        <Button
          variant="default"
          disabled={unread === 0 || newest === undefined || search.topic !== undefined}
          loading={markAll.isPending}
          onClick={() => newest && markAll.mutate(newest)}
        >
          {t('markAll')}
        </Button>
        <Link to="/profile" hash="notifications">
          {t('toSettings')}
        </Link>
      </PageHeader>
      <FilterBar changed={narrowed} onReset={() => onSearch({ show: undefined, topic: undefined })}>
        <SegmentedControl
          aria-label={t('show.label')}
          value={search.show ?? 'all'}
          onChange={(show) => onSearch({ show: show === 'unread' ? show : undefined })}
          data={[
            { value: 'all', label: t('show.all') },
            { value: 'unread', label: t('show.unread') },
          ]}
        />
        <NativeSelect
          aria-label={t('topic.label')}
          value={search.topic ?? ''}
          onChange={(event) => onSearch({ topic: topics.find((topic) => topic === event.currentTarget.value) })}
          data={[{ value: '', label: t('topic.all') }, ...topics.map((value) => ({ value, label: called(`topic.${value}`) }))]}
        />
      </FilterBar>
      {pages.error && <Failure error={pages.error} />}
      {rows?.length === 0 && (
        <div className={cls.list}>
          <EmptyState
            title={t(narrowed ? 'empty.narrowed' : 'empty.title')}
            text={t(narrowed ? 'empty.narrowedText' : 'empty.text')}
          />
        </div>
      )}
      {rows && rows.length > 0 && (
        <>
          <ul className={cls.list} aria-label={t('title')}>
            {rows.map((row) => (
              <InboxRow key={row.id} row={row} onMarked={refresh} />
            ))}
          </ul>
          <LoadMore pages={pages} shown={rows.length} />
        </>
      )}
    </>
  );
}
