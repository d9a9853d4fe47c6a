import { useState } from 'react';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { support, type Body } from './api';
import type { MapSearch } from './search';

const BodyDialog = dialogLater(async () => (await import('./body-dialog')).BodyDialog);

type Props = { territory: string; search: MapSearch; onSearch: (change: Partial<MapSearch>) => void; mayManage: boolean };

/** The bodies of the external contour that stand in a territory. */
export function Bodies({ territory, search, onSearch, mayManage }: Props) {
  const { t } = useTranslation('support');
  const format = useFormat();
  const kinds = useDictionary('organization-kind');
  const services = useDictionary('support-service');
  const pages = useInfiniteQuery(support.bodies(territory, search));
  const [act, setAct] = useState<'add' | Body>();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const add = mayManage && <Button onClick={() => setAct('add')}>{t('bodies.add')}</Button>;
  const columns: Column<Body>[] = [
    {
      id: 'body',
      header: t('bodies.body'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ nameShort }) => nameShort,
      cell: ({ id, nameShort }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId: id }}>
          {nameShort}
        </Link>
      ),
    },
    { id: 'kind', header: t('bodies.kind'), unsortable: true, width: 1.8, value: ({ kind }) => kinds.name(kind) },
    { id: 'parent', header: t('bodies.parent'), unsortable: true, width: 1.4, value: ({ parentName }) => parentName },
    {
      id: 'organizations',
      header: t('bodies.organizations'),
      align: 'end',
      unsortable: true,
      width: 1.4,
      value: ({ organizations }) => organizations,
      cell: ({ organizations }) => format.number(organizations),
    },
    {
      id: 'services',
      header: t('bodies.services'),
      unsortable: true,
      width: 2.2,
      value: (body) => body.services.map(({ service, organizations }) => `${services.name(service)}: ${format.number(organizations)}`).join('; '),
    },
    ...(mayManage
      ? [
          {
            id: 'steps',
            header: t('steps'),
            unsortable: true,
            width: 1.7,
            value: () => '',
            cell: (body: Body) => (
              <Button size="compact-sm" variant="default" aria-label={t('bodies.reviseOf', { name: body.nameShort })} onClick={() => setAct(body)}>
                {t('bodies.revise')}
              </Button>
            ),
          },
        ]
      : []),
  ];

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('bodies.search')}
        onSearch={(q) => onSearch({ q })}
        changed={Boolean(search.q)}
        onReset={() => onSearch({ q: undefined })}
      >
        {add}
      </FilterBar>
      <DataTable
        id="bodies"
        label={t('map.tab.bodies')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(search.q ? 'nothingFound' : 'bodies.none')} text={t(search.q ? 'nothingFoundText' : 'bodies.noneText')}>
            {!search.q && add}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <BodyDialog territory={territory} body={act === 'add' ? undefined : act} opened={act !== undefined} onClose={() => setAct(undefined)} />
    </>
  );
}
