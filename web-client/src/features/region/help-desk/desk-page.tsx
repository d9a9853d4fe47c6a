import { NativeSelect, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { organizations } from '@/shared/organizations/api';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { later } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { helpDesk, type QueueItem } from './api';
import { deskTabs, queueViews, tones, type DeskSearch } from './search';

const Load = later(async () => (await import('./load')).Load);
const ArticleList = later(async () => (await import('./article-list')).ArticleList);

type Props = { organizationId: string; leads: boolean; search: DeskSearch; onSearch: (change: Partial<DeskSearch>) => void };

/** A body's help desk: what waits, its articles, and for its head how it goes. */
export function DeskPage(props: Props) {
  const { t } = useTranslation('help-desk');
  const { organizationId, leads, search, onSearch } = props;
  const body = useQuery(organizations.detail(organizationId)).data;
  const tabs = deskTabs.filter((one) => one !== 'load' || leads);
  return (
    <>
      <PageHeader title={t('desk.title')} summary={body?.nameShort} />
      <Tabs
        value={search.tab ?? 'queue'}
        onChange={(to) => onSearch({ tab: to === 'queue' ? undefined : deskTabs.find((one) => one === to), q: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t('desk.title')}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`desk.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="queue">
          <Queue {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="articles">
          <ArticleList organizationId={organizationId} search={{ q: search.q, area: search.area }} onSearch={onSearch} />
        </Tabs.Panel>
        {leads && (
          <Tabs.Panel value="load">
            <Load organizationId={organizationId} />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}

function Queue({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('help-desk');
  const forms = useDictionary('help-form');
  const areas = useDictionary('competence-area');
  const pages = useInfiniteQuery(helpDesk.queue(organizationId, search));
  const columns = useColumns();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.form ?? search.area ?? search.view);
  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('desk.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, form: undefined, area: undefined, view: undefined })}
      >
        <NativeSelect
          aria-label={t('desk.view')}
          value={search.view ?? 'Open'}
          onChange={(event) => {
            const view = queueViews.find((one) => one === event.currentTarget.value);
            onSearch({ view: view === 'Open' ? undefined : view });
          }}
          data={queueViews.map((value) => ({ value, label: t(`desk.viewOf.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('form')}
          value={search.form ?? ''}
          onChange={(event) => onSearch({ form: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyForm') }, ...forms.options]}
        />
        <NativeSelect
          aria-label={t('areas')}
          value={search.area ?? ''}
          onChange={(event) => onSearch({ area: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
        <ExportButton
          label={t('export')}
          onExport={(format) => download(`${helpDesk.queueFile(organizationId, search)}&format=${format}`, `help-queue.${format.toLowerCase()}`)}
        />
      </FilterBar>
      <DataTable
        id="help-queue"
        label={t('desk.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t(narrowed ? 'nothingFound' : 'desk.none')} text={t(narrowed ? 'nothingFoundText' : 'desk.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function useColumns(): Column<QueueItem>[] {
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
      cell: ({ id, subject, form }) => (
        <>
          <Link to="/help-desk/$requestId" params={{ requestId: id }}>
            {subject}
          </Link>
          <Text size="xs" c="dimmed">
            {forms.name(form)}
          </Text>
        </>
      ),
    },
    {
      id: 'asker',
      header: t('asker'),
      unsortable: true,
      width: 1.6,
      value: ({ personName }) => personName,
      cell: ({ personName, organizationName }) => (
        <>
          {personName}
          <Text size="xs" c="dimmed">
            {organizationName}
          </Text>
        </>
      ),
    },
    {
      id: 'status',
      header: t('statusOf'),
      unsortable: true,
      width: 1.2,
      value: ({ status }) => status,
      cell: ({ status, overdue }) => <StatusTag tone={overdue ? 'risk' : tones[status]}>{t(overdue ? 'overdue' : `status.${status}`)}</StatusTag>,
    },
    { id: 'due', header: t('due'), unsortable: true, value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => format.date(dueOn) },
    { id: 'answerer', header: t('answerer'), unsortable: true, width: 1.4, value: ({ takenByName, mine }) => (mine ? t('me') : (takenByName ?? '—')) },
  ];
}
