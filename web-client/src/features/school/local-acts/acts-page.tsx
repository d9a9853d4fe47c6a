import { useMemo, useState } from 'react';
import { Anchor, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { acts, type ActItem, type ActKind, type ActStatus } from './api';
import { kinds, tones } from './kinds';

const DraftDialog = dialogLater(async () => (await import('./draft-dialog')).DraftDialog);

export type ActsSearch = { kind?: ActKind | undefined; status?: ActStatus | undefined; draft?: ActKind | undefined };

type Props = {
  organizationId: string;
  search: ActsSearch;
  onSearch: (change: ActsSearch) => void;
  onDrafted: (actId: string) => void;
  mayWrite: boolean;
};

/** A school's own documents about mentoring. */
export function ActsPage({ organizationId, search, onSearch, onDrafted, mayWrite }: Props) {
  const { t } = useTranslation('local-acts');
  const pages = useInfiniteQuery(acts.list(organizationId));
  const columns = useColumns();
  const [drafting, setDrafting] = useState(false);

  const all = pages.data?.pages.flatMap(({ items }) => items);
  const rows = all?.filter(
    ({ kind, status }) => (!search.kind || kind === search.kind) && (!search.status || status === search.status),
  );
  const begin = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDrafting(true)}>
      {t('list.draft')}
    </Button>
  );
  const isFiltered = Boolean(search.kind ?? search.status);

  return (
    <>
      <PageHeader title={t('list.title')} summary={all && t('list.inForce', { count: all.filter(({ status }) => status === 'InForce').length })}>
        {mayWrite && (
          <LinkButton
            variant="default"
            to="/school/$orgId/document-templates"
            params={{ orgId: organizationId }}
            leftSection={<IconTemplate size={16} aria-hidden />}
          >
            {t('list.templates')}
          </LinkButton>
        )}
        {begin}
      </PageHeader>
      <FilterBar changed={isFiltered} onReset={() => onSearch({ kind: undefined, status: undefined })}>
        <NativeSelect
          w={{ base: '100%', xs: 280 }}
          aria-label={t('field.kind')}
          value={search.kind ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ kind: (value || undefined) as ActKind | undefined })}
          data={[{ value: '', label: t('list.anyKind') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 200 }}
          aria-label={t('field.status')}
          value={search.status ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ status: (value || undefined) as ActStatus | undefined })}
          data={[
            { value: '', label: t('list.anyStatus') },
            ...(Object.keys(tones) as ActStatus[]).map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </FilterBar>
      <DataTable
        id="local-acts"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        wrap
        empty={
          <EmptyState
            title={t(isFiltered ? 'list.nothing' : 'list.none')}
            text={t(isFiltered ? 'list.nothingText' : mayWrite ? 'list.noneText' : 'list.noneRead')}
          >
            {!isFiltered && begin}
          </EmptyState>
        }
      />
      {pages.hasNextPage && <LoadMore pages={pages} shown={all?.length ?? 0} />}
      {mayWrite && (
        <DraftDialog
          organizationId={organizationId}
          opened={drafting || search.draft !== undefined}
          kind={search.draft}
          onClose={() => {
            setDrafting(false);
            if (search.draft) onSearch({ draft: undefined });
          }}
          onDrafted={onDrafted}
        />
      )}
    </>
  );
}

function useColumns(): Column<ActItem>[] {
  const { t } = useTranslation('local-acts');
  const format = useFormat();

  return useMemo(
    () => [
      {
        id: 'title',
        header: t('field.title'),
        rowHeader: true,
        width: 3,
        value: ({ title }) => title,
        cell: ({ id, title }) => (
          <Anchor renderRoot={(props) => <Link to="/documents/$actId" params={{ actId: id }} {...props} />}>{title}</Anchor>
        ),
      },
      { id: 'kind', header: t('field.kind'), width: 1.6, value: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'status',
        header: t('field.status'),
        width: 1.5,
        value: ({ status, cosignOpen }) => (cosignOpen ? t('atUnion') : t(`status.${status}`)),
        cell: ({ status, cosignOpen }) => (
          <StatusTag tone={tones[status]}>{cosignOpen ? t('atUnion') : t(`status.${status}`)}</StatusTag>
        ),
      },
      { id: 'number', header: t('field.number'), width: 0.8, value: ({ number }) => number },
      {
        id: 'effectiveOn',
        header: t('field.effectiveOn'),
        width: 1.3,
        value: ({ effectiveOn }) => effectiveOn,
        cell: ({ effectiveOn }) => effectiveOn && format.date(effectiveOn),
      },
      { id: 'edition', header: t('field.edition'), width: 0.7, align: 'end', value: ({ edition }) => edition },
    ],
    [t, format],
  );
}
