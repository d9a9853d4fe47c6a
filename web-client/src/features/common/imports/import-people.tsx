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
import { imports, type Import, type ImportPerson, type PersonChange } from './api';
import { PersonChanges } from './person-changes';

const changes = ['Leaves', 'Joins', 'Changes'] as const;

/** Who comes, changes and leaves, by name: looked at before it is confirmed. */
export function ImportPeople({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const { kind, joins, leaves, updates, creates } = current;
  const [change, setChange] = useState<PersonChange>(leaves > 0 ? 'Leaves' : joins > 0 ? 'Joins' : 'Changes');
  if (kind === 'OrganizationRegister' || kind === 'DiagnosisResults' || kind === 'PupilResults' || joins + leaves + updates + creates === 0) return null;

  return (
    <Box component="section" mb="md">
      <Title order={2} mt="lg" mb="xs">
        {t('people.title')}
      </Title>
      <SegmentedControl
        aria-label={t('people.title')}
        mb="xs"
        value={change}
        onChange={(next) => setChange(next as PersonChange)}
        data={changes.map((value) => ({ value, label: t(`people.tab.${value}`) }))}
      />
      <PeopleOf current={current} change={change} total={{ Leaves: leaves, Joins: joins, Changes: undefined }[change]} key={change} />
    </Box>
  );
}

type ListProps = { current: Import; change: PersonChange; total: number | undefined };

function PeopleOf({ current: { id, version }, change, total }: ListProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const positions = useDictionary('position');
  const pages = useInfiniteQuery(imports.people(id, version, change));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const position = ({ positionCode }: ImportPerson) => positionCode && positions.name(positionCode);

  const columns: Column<ImportPerson>[] = [
    {
      id: 'name',
      header: t('people.name'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ name }) => name,
      cell: (person) => <Name person={person} />,
    },
    { id: 'position', header: t('people.position'), unsortable: true, width: 1.5, value: position },
    change === 'Changes'
      ? {
          id: 'fields',
          header: t('people.fields'),
          unsortable: true,
          width: 2,
          value: ({ fields }) => fields.map((field) => t(`people.field.${field}`)).join(', '),
          cell: ({ fields, changes: told }) =>
            told.length > 0 ? <PersonChanges changes={told} /> : fields.map((field) => t(`people.field.${field}`)).join(', '),
        }
      : { id: 'day', header: t(`people.day.${change}`), unsortable: true, value: ({ day }) => day && format.date(day) },
  ];

  if (rows?.length === 0) return <Text c="dimmed">{t(`people.none.${change}`)}</Text>;
  return (
    <>
      <DataTable
        id="import-people"
        label={t(`people.tab.${change}`)}
        columns={columns}
        rows={rows}
        rowKey={({ personId, name, day }) => `${personId ?? ''}:${name}:${day ?? ''}`}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        wrap
        {...(total === undefined ? {} : { summary: t('people.count', { count: total }) })}
      />
      {rows && pages.hasNextPage && <LoadMore pages={pages} shown={rows.length} {...(total === undefined ? {} : { total })} />}
    </>
  );
}

function Name({ person: { personId, name, isKnown } }: { person: ImportPerson }) {
  const { t } = useTranslation('imports');
  if (!personId)
    return isKnown ? (
      <>
        {name}
        <Text size="sm" c="dimmed">
          {t('people.known')}
        </Text>
      </>
    ) : (
      name
    );
  return (
    <Link to="/people/$personId" params={{ personId }}>
      {name}
    </Link>
  );
}
