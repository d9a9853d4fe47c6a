import { useState } from 'react';
import { Button, Checkbox, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { initiatives, type SchoolTaskItem } from './api';
import type { SchoolTasksSearch } from './search';

const SetDialog = dialogLater(async () => (await import('./set-dialog')).SetDialog);

/** In whose name tasks are set: of a territory or of a body. */
export type Setter = { territoryCode?: string; level?: string; bodyId?: string; name: string };
type Props = { setter: Setter; search: SchoolTasksSearch; onSearch: (change: Partial<SchoolTasksSearch>) => void };

/** Tasks that one's territory or body has set schools, and how far they are. */
export function SchoolTasksPage({ setter, search, onSearch }: Props) {
  const { t } = useTranslation('initiatives');
  const pages = useInfiniteQuery(initiatives.schoolTasks(search));
  const columns = useColumns();
  const [isSetting, setSetting] = useState(false);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.waiting);
  const set = <Button onClick={() => setSetting(true)}>{t('set.title')}</Button>;

  return (
    <>
      <PageHeader title={t('set.list')} summary={setter.name}>
        {set}
      </PageHeader>
      <FilterBar
        search={search.q}
        searchLabel={t('own.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, waiting: undefined })}
      >
        <Checkbox
          style={{ alignSelf: 'center' }}
          label={t('set.waiting')}
          checked={search.waiting === 'yes'}
          onChange={({ currentTarget }) => onSearch({ waiting: currentTarget.checked ? 'yes' : undefined })}
        />
      </FilterBar>
      <DataTable
        id="school-tasks"
        label={t('set.list')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(narrowed ? 'nothingFound' : 'set.none')} text={t(narrowed ? 'nothingFoundText' : 'set.noneText')}>
            {!narrowed && set}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <SetDialog
        setter={setter}
        initiativeId={search.initiative}
        opened={isSetting || search.initiative !== undefined}
        onClose={() => {
          setSetting(false);
          onSearch({ initiative: undefined });
        }}
      />
    </>
  );
}

function useColumns(): Column<SchoolTaskItem>[] {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  return [
    {
      id: 'title',
      header: t('task.title'),
      rowHeader: true,
      unsortable: true,
      width: 2.4,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/school-tasks/$taskId" params={{ taskId: id }}>
          {title}
        </Link>
      ),
    },
    { id: 'due', header: t('task.dueOn'), unsortable: true, value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => format.date(dueOn) },
    {
      id: 'accepted',
      header: t('set.accepted'),
      align: 'end',
      unsortable: true,
      value: ({ accepted }) => accepted,
      cell: ({ accepted, schoolCount }) => t('set.of', { done: format.number(accepted), all: format.number(schoolCount) }),
    },
    {
      id: 'state',
      header: t('status'),
      unsortable: true,
      width: 1.6,
      value: ({ reported }) => reported,
      cell: ({ withdrawn, reported, overdue }) =>
        withdrawn ? (
          <StatusTag tone="off">{t('reportStatus.Withdrawn')}</StatusTag>
        ) : (
          <Group gap={8}>
            {reported > 0 && <StatusTag tone="wait">{t('set.toLook', { count: reported })}</StatusTag>}
            {overdue > 0 && <StatusTag tone="risk">{t('set.late', { count: overdue })}</StatusTag>}
          </Group>
        ),
    },
  ];
}
