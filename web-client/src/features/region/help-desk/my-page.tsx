import { useState } from 'react';
import { Button, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { helpDesk, type OwnItem } from './api';
import { helpStatuses, tones, type MineSearch } from './search';

const AskDialog = dialogLater(async () => (await import('./ask-dialog')).AskDialog);

export type Place = { id: string; name: string };
type Props = {
  /** Where the user works, to ask for. */
  places: readonly Place[];
  /** Where the user is head or curator. */
  led: readonly Place[];
  search: MineSearch;
  onSearch: (change: Partial<MineSearch>) => void;
};

/** What one has asked; for a head and a curator, what their school was let see. */
export function MyPage({ places, led, search, onSearch }: Props) {
  const { t } = useTranslation('help-desk');
  const pages = useInfiniteQuery(helpDesk.mine(search));
  const columns = useColumns(search.org !== undefined);
  const [asking, setAsking] = useState(false);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const ask = places.length > 0 && <Button onClick={() => setAsking(true)}>{t('ask.title')}</Button>;

  return (
    <>
      <PageHeader title={t('mine.title')} summary={t('mine.about')}>
        <LinkButton to="/help-desk/articles" variant="default">
          {t('articles.title')}
        </LinkButton>
        {ask}
      </PageHeader>
      <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap', marginBottom: 16 }}>
        {led.length > 0 && (
          <NativeSelect
            aria-label={t('mine.whose')}
            value={search.org ?? ''}
            onChange={(event) => onSearch({ org: event.currentTarget.value || undefined })}
            data={[{ value: '', label: t('mine.own') }, ...led.map(({ id, name }) => ({ value: id, label: t('mine.ofSchool', { name }) }))]}
          />
        )}
        <NativeSelect
          aria-label={t('statusOf')}
          value={search.status ?? ''}
          onChange={(event) => onSearch({ status: helpStatuses.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...helpStatuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
      </div>
      <DataTable
        id="help-mine"
        label={t('mine.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(search.status ? 'nothingFound' : 'mine.none')} text={t(search.org ? 'mine.noneOfSchool' : 'mine.noneText')}>
            {!search.org && !search.status && ask}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <AskDialog opened={asking} places={places} onClose={() => setAsking(false)} />
    </>
  );
}

function useColumns(withName: boolean): Column<OwnItem>[] {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const forms = useDictionary('help-form');
  return [
    {
      id: 'subject',
      header: t('subject'),
      rowHeader: true,
      unsortable: true,
      width: 2.4,
      value: ({ subject }) => subject,
      cell: ({ id, subject }) => (
        <Link to="/help-desk/$requestId" params={{ requestId: id }}>
          {subject}
        </Link>
      ),
    },
    ...(withName
      ? [{ id: 'person', header: t('asker'), unsortable: true, width: 1.4, value: ({ personName }: OwnItem) => personName } as const]
      : []),
    { id: 'form', header: t('form'), unsortable: true, width: 1.2, value: ({ form }) => forms.name(form) },
    { id: 'body', header: t('body'), unsortable: true, width: 1.4, value: ({ bodyName }) => bodyName },
    {
      id: 'status',
      header: t('statusOf'),
      unsortable: true,
      width: 1.2,
      value: ({ status }) => status,
      cell: ({ status, overdue }) => <StatusTag tone={overdue ? 'risk' : tones[status]}>{t(overdue ? 'overdue' : `status.${status}`)}</StatusTag>,
    },
    {
      id: 'due',
      header: t('dates'),
      unsortable: true,
      width: 1.4,
      value: ({ askedAt }) => askedAt,
      cell: ({ askedAt, dueOn, answeredAt }) => (
        <>
          {t('askedOn', { date: format.date(askedAt) })}
          <Text size="xs" c="dimmed">
            {answeredAt ? t('answeredOn', { date: format.date(answeredAt) }) : t('dueBy', { date: format.date(dueOn) })}
          </Text>
        </>
      ),
    },
  ];
}
