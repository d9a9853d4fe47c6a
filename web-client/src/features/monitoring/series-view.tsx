import { useMemo } from 'react';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CHART_HEIGHT } from '@/shared/charts/chart-size';
import { LineChart } from '@/shared/charts/line-chart';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { Failure } from '@/shared/ui/failure';
import { monitoring, type Indicator, type Mark } from './api';
import { MarksLegend, Told } from './marks';
import cls from './views.module.css';
import { useMeasures } from './use-measures';

export type Line = {
  name: string;
  /** Oldest first. */
  points: readonly { period: string; value: number | null; mark: Mark }[];
};

type Props = { indicator: Indicator; code: string; name: string; above?: { code: string; name: string } | undefined };

/** A territory through two school years beside the one above it. */
export function TerritorySeries({ indicator, code, name, above }: Props) {
  const own = useQuery(monitoring.series(code, indicator.code));
  const other = useQuery({
    ...monitoring.series(above?.code ?? code, indicator.code),
    enabled: above !== undefined,
  });

  const error = own.error ?? other.error;
  const lines = useMemo<Line[]>(
    () => [
      { name, points: own.data?.points ?? [] },
      ...(above && other.data ? [{ name: above.name, points: other.data.points }] : []),
    ],
    [name, above, own.data, other.data],
  );
  if (error && !own.data) return <Failure error={error} onRetry={() => void own.refetch()} />;
  if (!own.data) return <Skeleton h={CHART_HEIGHT} />;
  return <SeriesView indicator={indicator} lines={lines} />;
}

/** Lines by month with their numbers beside them; the first line is the one that the page is about. */
export function SeriesView({ indicator, lines }: { indicator: Indicator; lines: readonly Line[] }) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();

  const rows = useMemo(() => rowsOf(lines), [lines]);
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'month',
        header: t('series.month'),
        rowHeader: true,
        value: ({ period }) => period,
        cell: ({ period }) => measures.periodOf(period),
      },
      ...lines.map<Column<Row>>((line, index) => ({
        id: `line${index}`,
        header: line.name,
        align: 'end',
        value: ({ values }) => values[index],
        cell: ({ values, marks }) => <Told value={values[index] ?? null} mark={marks[index] ?? null} indicator={indicator} />,
      })),
    ],
    [t, lines, measures, indicator],
  );
  const chart = useMemo(
    () => ({
      periods: rows.map(({ period }) => measures.periodOf(period)),
      series: lines.map(({ name }, index) => ({
        name,
        values: rows.map(({ values }) => values[index] ?? null),
        kind: index ? ('other' as const) : ('main' as const),
      })),
      format: (value: number) => measures.format(value, indicator),
    }),
    [rows, lines, measures, indicator],
  );
  const label = t('series.label', {
    indicator: measures.name(indicator),
    places: lines.map(({ name }) => name).join(', '),
  });

  return (
    <div className={cls.pair}>
      <div>
        <LineChart label={label} {...chart} />
        <Text size="xs" c="dimmed">
          {t('series.current')}
        </Text>
        <MarksLegend marks={rows.flatMap(({ marks }) => marks)} />
      </div>
      <DataTable
        id="monitoring-series"
        label={t('series.table')}
        columns={columns}
        rows={rows}
        rowKey={({ period }) => period}
        sort="-month"
        wrap
      />
    </div>
  );
}

type Row = { period: string; values: readonly (number | null)[]; marks: readonly Mark[] };

function rowsOf(lines: readonly Line[]): Row[] {
  const maps = lines.map(({ points }) => new Map(points.map((point) => [point.period, point])));
  const periods = new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)));
  return [...periods].sort().map((period) => ({
    period,
    values: maps.map((map) => map.get(period)?.value ?? null),
    marks: maps.map((map) => map.get(period)?.mark ?? null),
  }));
}
