import { useState } from 'react';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { organizations, type Organization, type OrganizationSearch, type OrganizationStatus } from './api';
import { EVERYWHERE, placed, type OwnPlace } from './own-place';
import { PlaceBar } from './place-bar';
import { PlaceFilter } from './place-filter';

type Props = {
  search: OrganizationSearch;
  onSearch: (change: OrganizationSearch) => void;
  mayPlace?: boolean;
  /** The regions whose organizations the reader puts into municipalities; the whole country when absent. */
  kept?: readonly string[] | undefined;
  /** Where the reader's work lies: the list begins there. */
  own?: OwnPlace | undefined;
};

const NO_FILTERS: OrganizationSearch = {
  q: undefined,
  region: undefined,
  municipality: undefined,
  kind: undefined,
  status: undefined,
  unplaced: undefined,
};

/** The register of organizations, open to everyone signed in. */
export function OrganizationsPage({ search, onSearch, mayPlace = false, kept, own }: Props) {
  const { t } = useTranslation('organizations');
  const kinds = useDictionary('organization-kind');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isPlacing = mayPlace && search.unplaced === 'yes';
  const facts = useOrganizationColumns(isPlacing);
  const shown = placed(search, own);
  const pages = useInfiniteQuery(organizations.list(shown));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const choice = useChoice(chosen, setChosen);
  const columns = isPlacing ? [choice, ...facts] : facts;
  const isFiltered = Object.values(search).some(Boolean);
  const reset = () => onSearch(NO_FILTERS);
  const everywhere = { region: own ? EVERYWHERE : undefined, municipality: undefined };
  // Nothing is wrong with the words that were searched for: there is nothing left to do.
  const isAllPlaced = isPlacing && Object.entries(search).every(([name, value]) => name === 'unplaced' || !value);
  const empty = isAllPlaced
    ? (['list.allPlaced', 'list.allPlacedText'] as const)
    : (['list.nothing', isFiltered ? 'list.nothingText' : 'list.noneText'] as const);

  return (
    <>
      <PageHeader title={t('list.title')} />
      <FilterBar
        search={search.q}
        searchLabel={t('list.search')}
        onSearch={(q) => onSearch({ q })}
        changed={isFiltered}
        onReset={reset}
      >
        <PlaceFilter
          region={shown.region}
          municipality={shown.municipality}
          onChange={(place) => onSearch(own && !place.region ? everywhere : place)}
          among={isPlacing ? kept : undefined}
          regionOnly={isPlacing}
        />
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.kind')}
          value={search.kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: currentTarget.value || undefined })}
          data={[{ value: '', label: t('list.anyKind') }, ...kinds.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.status')}
          value={search.status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ status: value ? (value as OrganizationStatus) : undefined })
          }
          data={[
            { value: '', label: t('list.anyStatus') },
            { value: 'Open', label: t('status.Open') },
            { value: 'Closed', label: t('status.Closed') },
          ]}
        />
        {mayPlace && (
          <Checkbox
            label={t('list.unplaced')}
            checked={search.unplaced === 'yes'}
            onChange={({ currentTarget: { checked } }) => onSearch({ unplaced: checked ? 'yes' : undefined, region: undefined, municipality: undefined })}
          />
        )}
      </FilterBar>
      {isPlacing && <PlaceBar chosen={(rows ?? []).filter(({ id }) => chosen.has(id))} onPlaced={() => setChosen(new Set())} />}

      <DataTable
        id="organizations"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        // The pages below have a summary of their own.
        summary=""
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(empty[0])} text={t(empty[1])}>
            {own && shown.region && (
              <Button variant="default" onClick={() => onSearch(everywhere)}>
                {t('list.everywhere')}
              </Button>
            )}
            {isFiltered && (
              <Button variant="default" onClick={reset}>
                {t('list.showAll')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

/** A box before each row that can be put into a municipality. */
function useChoice(chosen: ReadonlySet<string>, onChosen: (next: ReadonlySet<string>) => void): Column<Organization> {
  const { t } = useTranslation('organizations');
  return {
    id: 'choice',
    header: t('place.header'),
    unsortable: true,
    width: 0.5,
    value: ({ id }) => (chosen.has(id) ? 1 : 0),
    cell: ({ id, nameShort }) => (
      <Checkbox
        aria-label={t('place.one', { name: nameShort })}
        checked={chosen.has(id)}
        onChange={({ currentTarget: { checked } }) => {
          const next = new Set(chosen);
          if (checked) next.add(id);
          else next.delete(id);
          onChosen(next);
        }}
      />
    ),
  };
}

function useOrganizationColumns(isPlacing: boolean): Column<Organization>[] {
  const { t } = useTranslation('organizations');
  const kinds = useDictionary('organization-kind');

  return [
    {
      id: 'name',
      header: t('field.name'),
      rowHeader: true,
      unsortable: true,
      width: 2.2,
      value: ({ nameShort }) => nameShort,
      cell: ({ id, nameShort, nameFull }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId: id }} title={nameFull}>
          {nameShort}
        </Link>
      ),
    },
    { id: 'kind', header: t('field.kind'), unsortable: true, width: 1.4, value: ({ kind }) => kinds.name(kind) },
    { id: 'territory', header: t('field.territory'), unsortable: true, width: 1.4, value: ({ territoryNameRu }) => territoryNameRu },
    ...(isPlacing
      ? [{ id: 'address', header: t('field.address'), unsortable: true as const, width: 2, value: ({ address }: Organization) => address }]
      : []),
    { id: 'ogrn', header: t('field.ogrn'), unsortable: true, value: ({ ogrn }) => ogrn },
    {
      id: 'status',
      header: t('field.status'),
      unsortable: true,
      width: 0.8,
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => (
        <StatusTag tone={status === 'Open' ? 'ok' : 'off'}>{t(`status.${status}`)}</StatusTag>
      ),
    },
  ];
}
