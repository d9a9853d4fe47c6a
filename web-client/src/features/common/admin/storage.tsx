import { useMemo, useState } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { admin, type StorageRow } from './api';
import { QuotaDialog } from './quota-dialog';

/** How much room the platform has, which organizations use it, and how much each may. */
export function Storage() {
  const { t } = useTranslation('admin');
  const state = useQuery(admin.storageState());
  const pages = useInfiniteQuery(admin.storageUsage());
  const [edited, setEdited] = useState<StorageRow>();
  const columns = useColumns(setEdited);
  const rows = pages.data?.pages.flatMap(({ items }) => items);

  return (
    <Stack gap="md">
      {state.error && <Failure error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && <State state={state.data} />}
      <DataTable
        id="storage"
        label={t('storage.label')}
        columns={columns}
        rows={rows}
        rowKey={({ organizationId }) => organizationId}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('storage.none')} text={t('storage.noneText')} />}
      />
      {pages.hasNextPage && <LoadMore pages={pages} shown={rows?.length ?? 0} />}
      <QuotaDialog edited={edited} common={state.data?.defaultLimit} onClose={() => setEdited(undefined)} />
    </Stack>
  );
}

type StateProps = { state: { free: number | null; reserve: number; database: number; files: number; takesFiles: boolean; takesWrites: boolean } };

function State({ state: { free, reserve, database, files, takesFiles, takesWrites } }: StateProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const facts = [
    { name: 'free', value: free === null ? t('storage.state.unknown') : format.size(free) },
    ...(free === null ? [] : [{ name: 'reserve', value: format.size(reserve) } as const]),
    { name: 'database', value: format.size(database) },
    { name: 'files', value: format.size(files) },
  ] as const;
  return (
    <>
      {!takesFiles && (
        <Alert color="red" variant="outline" role="alert">
          {t(takesWrites ? 'storage.state.low' : 'storage.state.full')}
        </Alert>
      )}
      <Group component="dl" gap="xl" m={0}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {t(`storage.state.${name}`)}
            </Text>
            <Text component="dd" m={0} fw={600} className="numbers">
              {value}
            </Text>
          </div>
        ))}
      </Group>
      {free === null && (
        <Text size="sm" c="dimmed">
          {t('storage.state.unknownText')}
        </Text>
      )}
    </>
  );
}

function useColumns(onEdit: (row: StorageRow) => void): Column<StorageRow>[] {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'name', header: t('storage.name'), rowHeader: true, width: 2.5, value: ({ name }) => name },
      { id: 'used', header: t('storage.used'), align: 'end', value: ({ bytes }) => bytes, cell: ({ bytes }) => format.size(bytes) },
      { id: 'files', header: t('storage.files'), align: 'end', value: ({ files }) => files, cell: ({ files }) => format.number(files) },
      {
        id: 'limit',
        header: t('storage.limit'),
        align: 'end',
        width: 1.3,
        value: ({ limit }) => limit,
        cell: ({ limit, ownLimit }) => (ownLimit === null ? t('storage.default', { limit: format.size(limit) }) : format.size(limit)),
      },
      { id: 'region', header: t('storage.region'), value: ({ regionNameRu, regionNameEn }) => (format.language === 'ru' ? regionNameRu : regionNameEn) },
      {
        id: 'acts',
        header: t('storage.acts'),
        unsortable: true,
        value: () => '',
        cell: (row) => (
          <Button size="compact-sm" variant="subtle" aria-label={t('storage.quota.of', { name: row.name })} onClick={() => onEdit(row)}>
            {t('storage.quota.button')}
          </Button>
        ),
      },
    ],
    [t, format, onEdit],
  );
}
