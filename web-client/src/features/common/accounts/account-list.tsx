import { useMemo } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { roleName } from '@/shared/me/role-name';
import { organizations } from '@/shared/organizations/api';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { StatusTag } from '@/shared/ui/status-tag';
import { accountRoles, accounts, accountStates, asked, type AccountFilters, type AccountRow } from './api';
import { stateTones } from './state-tones';

type Props = { search: AccountFilters; onSearch: (change: AccountFilters) => void };

const NO_FILTERS: AccountFilters = { q: undefined, state: undefined, role: undefined, organizationId: undefined };

/** The accounts in the reader's reach: found by name, e-mail, organization, state or role. */
export function AccountList({ search: filters, onSearch }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const search = asked(filters);
  const pages = useInfiniteQuery(accounts.list(search));
  const columns = useColumns();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const isFiltered = Boolean(search.q ?? search.state ?? search.role ?? search.organizationId);

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('search')}
        onSearch={(q) => onSearch({ q })}
        changed={isFiltered}
        onReset={() => onSearch(NO_FILTERS)}
      >
        <NativeSelect
          w={{ base: '100%', xs: 220 }}
          aria-label={t('field.state')}
          value={search.state ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ state: value || undefined })}
          data={[{ value: '', label: t('anyState') }, ...accountStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.role')}
          value={search.role ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ role: value || undefined })}
          data={[{ value: '', label: t('anyRole') }, ...accountRoles.map((value) => ({ value, label: roleName(value) }))]}
        />
      </FilterBar>
      {search.organizationId && <Place id={search.organizationId} onClear={() => onSearch({ organizationId: undefined })} />}
      <DataTable
        id="accounts"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sortedByServer
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          isFiltered ? (
            <EmptyState title={t('nothing')} text={t('nothingText')}>
              <Button variant="default" onClick={() => onSearch(NO_FILTERS)}>
                {t('showAll')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('none')} text={t('noneText')} />
          )
        }
      />
      {pages.hasNextPage && <LoadMore pages={pages} shown={rows?.length ?? 0} />}
    </>
  );
}

function Place({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const { data } = useQuery(organizations.detail(id));
  return (
    <Group gap="sm" mb="xs">
      <Text size="sm">
        <Link to="/organizations/$organizationId" params={{ organizationId: id }}>
          {t('ofOrganization', { name: data?.nameShort ?? '…' })}
        </Link>
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('allPlaces')}
      </Button>
    </Group>
  );
}

function useColumns(): Column<AccountRow>[] {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('field.name'),
        rowHeader: true,
        unsortable: true,
        width: 1.8,
        value: ({ name }) => name,
        cell: ({ id, name }) => (
          <Link to="/admin/accounts/$accountId" params={{ accountId: id }}>
            {name}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('field.state'),
        unsortable: true,
        width: 1.3,
        value: ({ state }) => t(`state.${state}`),
        cell: ({ state }) => <StatusTag tone={stateTones[state]}>{t(`state.${state}`)}</StatusTag>,
      },
      {
        id: 'roles',
        header: t('field.roles'),
        unsortable: true,
        width: 2.4,
        value: ({ roles }) => roles.map(({ role, place }) => `${roleName(role)} — ${place}`).join('; '),
      },
      { id: 'email', header: t('field.email'), unsortable: true, width: 1.8, value: ({ email }) => email },
      {
        id: 'twoFactor',
        header: t('field.twoFactor'),
        unsortable: true,
        value: ({ twoFactorEnabled }) => t(twoFactorEnabled ? 'yes' : 'no'),
      },
      {
        id: 'signedInAt',
        header: t('field.signedInAt'),
        unsortable: true,
        width: 1.2,
        value: ({ signedInAt }) => (signedInAt ? format.instant(signedInAt) : t('unknown')),
      },
    ],
    [t, format],
  );
}
