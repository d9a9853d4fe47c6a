import { useMemo, useState, type ComponentProps } from 'react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { regionName, regions, type Region } from '@/shared/geo/regions';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { TileMap } from './tile-map';

type Props = ComponentProps<typeof TileMap> & {
  /** Heading of the value column. */
  valueLabel: string;
};

/** On a phone a tile is under the 24 px that a finger needs (WCAG 2.5.8): start with the table. */
const isPhone = () => globalThis.matchMedia('(max-width: 560px)').matches;

/** The map of regions with the same numbers as a table beside it. */
export function RegionMap({ valueLabel, ...map }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(isPhone);

  return (
    <div>
      <Group justify="end" mb="xs">
        <Button size="compact-sm" variant="default" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'map.asMap' : 'map.asTable')}
        </Button>
      </Group>
      {asTable ? <RegionTable valueLabel={valueLabel} {...map} /> : <TileMap {...map} />}
    </div>
  );
}

function RegionTable({ label, valueLabel, values, format }: Props) {
  const { t, i18n } = useTranslation();

  const columns = useMemo<Column<Region>[]>(
    () => [
      {
        id: 'region',
        header: t('map.region'),
        rowHeader: true,
        width: 2,
        value: (region) => regionName(region, i18n.language),
      },
      {
        id: 'value',
        header: valueLabel,
        align: 'end',
        value: ({ iso }) => {
          const value = values.get(iso);
          return typeof value === 'number' ? value : null;
        },
        cell: ({ iso }) => {
          const value = values.get(iso);
          if (value === 'suppressed') return t('map.suppressed');
          return value == null ? t('map.noData') : format(value);
        },
      },
    ],
    [t, i18n.language, valueLabel, values, format],
  );

  return (
    <DataTable
      id="regions"
      label={label}
      columns={columns}
      rows={regions}
      rowKey={({ iso }) => iso}
      sort="-value"
    />
  );
}
