import { useState } from 'react';
import { Anchor, Breadcrumbs, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { admin, type Territory } from './api';

const TerritoryDialog = dialogLater(async () => (await import('./territory-dialog')).TerritoryDialog);

type Place = { code: string; name: string; level: Territory['level'] };

/** The tree of territories, one level at a time. */
export function Territories() {
  const { t } = useTranslation('admin');
  const { language } = useFormat();
  const [line, setLine] = useState<readonly Place[]>([]);
  const [adding, setAdding] = useState(false);
  const country: Place = { code: 'RU', name: t('territory.country'), level: 'Federation' };
  const here = line.at(-1) ?? country;
  const below = useQuery(admin.territories(here.code));

  const nameOf = ({ nameRu, nameEn }: Territory) => (language === 'ru' ? nameRu : nameEn);
  const open = (row: Territory) => setLine([...line, { code: row.code, name: nameOf(row), level: row.level }]);
  const columns: Column<Territory>[] = [
    {
      id: 'name',
      header: t('territory.name'),
      rowHeader: true,
      width: 2,
      value: nameOf,
      cell: (row) =>
        row.level === 'Municipality' ? (
          nameOf(row)
        ) : (
          <Anchor component="button" type="button" onClick={() => open(row)}>
            {nameOf(row)}
          </Anchor>
        ),
    },
    { id: 'code', header: t('territory.code'), value: ({ code }) => code },
    { id: 'timeZone', header: t('territory.timeZone'), value: ({ timeZone }) => timeZone },
  ];

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Breadcrumbs aria-label={t('territory.path')}>
          {[country, ...line].map((place, depth) =>
            place.code === here.code ? (
              <Text key={place.code} aria-current="location">
                {place.name}
              </Text>
            ) : (
              <Anchor key={place.code} component="button" type="button" onClick={() => setLine(line.slice(0, depth))}>
                {place.name}
              </Anchor>
            ),
          )}
        </Breadcrumbs>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('territory.add')}
        </Button>
      </Group>
      <DataTable
        key={here.code}
        id="territories"
        label={t('territory.below', { name: here.name })}
        columns={columns}
        rows={below.data}
        rowKey={({ code }) => code}
        error={below.error}
        onRetry={() => void below.refetch()}
        empty={<EmptyState title={t('territory.none')} text={t('territory.noneText')} />}
      />
      <TerritoryDialog
        opened={adding}
        parent={here}
        needsTimeZone={here.level === 'FederalDistrict'}
        onClose={() => setAdding(false)}
      />
    </>
  );
}
