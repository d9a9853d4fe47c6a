import { useState } from 'react';
import { Box, SegmentedControl, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { LoadMore } from '@/shared/ui/load-more';
import { imports, type Import, type ImportOrganization, type OrganizationChange } from './api';

const changes = ['Closes', 'Opens', 'Comes', 'Changes'] as const;

/** Which organizations a file of the register brings, changes and closes: looked at before it is confirmed. */
export function ImportOrganizations({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const { kind, creates, updates, ends } = current;
  const [change, setChange] = useState<OrganizationChange>(ends > 0 ? 'Closes' : creates > 0 ? 'Comes' : 'Changes');
  if (kind !== 'OrganizationRegister' || creates + updates + ends === 0) return null;

  return (
    <Box component="section" mb="md">
      <Title order={2} mt="lg" mb="xs">
        {t('organizations.title')}
      </Title>
      <SegmentedControl
        aria-label={t('organizations.title')}
        mb="xs"
        maw="100%"
        style={{ flexWrap: 'wrap' }}
        value={change}
        onChange={(next) => setChange(next as OrganizationChange)}
        data={changes.map((value) => ({ value, label: t(`organizations.tab.${value}`) }))}
      />
      <OrganizationsOf current={current} change={change} key={change} />
    </Box>
  );
}

function OrganizationsOf({ current: { id, version }, change }: { current: Import; change: OrganizationChange }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const kinds = useDictionary('organization-kind');
  const pages = useInfiniteQuery(imports.organizations(id, version, change));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const line = ({ field, before, after }: ImportOrganization['changes'][number]) =>
    t('change.line', { field: t(`organizations.field.${field as 'kpp'}`), before: before ?? t('change.blank'), after: after ?? t('change.blank') });

  const columns: Column<ImportOrganization>[] = [
    {
      id: 'name',
      header: t('organizations.name'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ name }) => name,
      cell: ({ organizationId, name, successor }) => (
        <>
          {organizationId ? (
            <Link to="/organizations/$organizationId" params={{ organizationId }}>
              {name}
            </Link>
          ) : (
            name
          )}
          {successor && <Text c="dimmed">{t('organizations.successor', { name: successor })}</Text>}
        </>
      ),
    },
    { id: 'key', header: t('organizations.key'), unsortable: true, value: ({ key }) => key },
    ...(change === 'Comes'
      ? [{ id: 'kind', header: t('organizations.kind'), unsortable: true, value: ({ kind }: ImportOrganization) => kind && kinds.name(kind) }]
      : []),
    change === 'Changes'
      ? {
          id: 'changes',
          header: t('people.fields'),
          unsortable: true,
          width: 3,
          value: ({ changes: told }) => told.map(line).join('; '),
          cell: ({ changes: told }) => told.map((one) => <Text key={one.field}>{line(one)}</Text>),
        }
      : { id: 'day', header: t(`organizations.day.${change}`), unsortable: true, value: ({ day }) => day && format.date(day) },
  ];

  if (rows?.length === 0) return <Text c="dimmed">{t(`organizations.none.${change}`)}</Text>;
  return (
    <>
      <DataTable
        id="import-organizations"
        label={t(`organizations.tab.${change}`)}
        columns={columns}
        rows={rows}
        rowKey={({ key, name }) => `${key ?? ''}:${name}`}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        wrap
      />
      {rows && pages.hasNextPage && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}
