import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { cases } from './api';
import { caseTones, type CaseItem } from './types';

const OpenCaseDialog = dialogLater(async () => (await import('./open-case-dialog')).OpenCaseDialog);

/** Cases that the reader brought, hears or leads; nobody else sees them. */
export function CasesPage() {
  const { t } = useTranslation('arbitration');
  const pages = useSuspenseInfiniteQuery(cases.list());
  const rows = pages.data.pages.flatMap((page) => page.items);
  const { data: all } = useSuspenseQuery(cases.places());
  const places = all.filter(({ members }) => members > 0);
  const [opening, setOpening] = useState(false);
  const columns = useCaseColumns();
  const open = places.length > 0 && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
      {t('list.open')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('list.title')} summary={t('list.about')}>
        {open}
      </PageHeader>
      <DataTable
        id="cases"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        {...(pages.hasNextPage ? {} : { summary: t('list.count', { count: rows.length }) })}
        wrap
        empty={
          <EmptyState title={t('list.none')} text={t(places.length ? 'list.noneText' : 'list.noCouncil')}>
            {open}
          </EmptyState>
        }
      />
      {pages.hasNextPage && <LoadMore pages={pages} shown={rows.length} />}
      <OpenCaseDialog places={places} opened={opening} onClose={() => setOpening(false)} />
    </>
  );
}

function useCaseColumns(): Column<CaseItem>[] {
  const { t } = useTranslation('arbitration');
  const format = useFormat();
  const part = ({ own, arbiter }: CaseItem) => t(own ? 'list.own' : arbiter ? 'list.arbiter' : 'list.leader');
  return [
    {
      id: 'subject',
      header: t('field.subject'),
      rowHeader: true,
      width: 3,
      value: ({ subject }) => subject,
      cell: ({ id, subject }) => (
        <Link to="/cases/$caseId" params={{ caseId: id }}>
          {subject}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('field.status'),
      width: 1.6,
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => <StatusTag tone={caseTones[status]}>{t(`status.${status}`)}</StatusTag>,
    },
    { id: 'kind', header: t('field.kind'), width: 1.2, value: ({ kind }) => t(`kind.${kind}`) },
    { id: 'part', header: t('field.part'), width: 1.2, value: part },
    { id: 'openedAt', header: t('field.openedAt'), value: ({ openedAt }) => openedAt, cell: ({ openedAt }) => format.date(openedAt) },
  ];
}
