import { useMemo } from 'react';
import { NativeSelect, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BarList } from '@/shared/charts/bar-list';
import { CHART_HEIGHT } from '@/shared/charts/chart-size';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { monitoring, type Breakdown, type Dimension, type Indicator } from './api';
import type { TerritorySearch } from './search';
import { useMeasures } from './use-measures';
import cls from './views.module.css';

type Props = {
  code: string;
  indicator: Indicator;
  search: TerritorySearch;
  onDimension: (dimension: Dimension) => void;
};

/** One indicator by the groups of one dimension: of the territory as bars, of those below it as a table. */
export function BreakdownView({ code, indicator, search, onDimension }: Props) {
  const { t } = useTranslation('monitoring');
  const { dimensions } = indicator;
  const dimension = dimensions.find((known) => known === search.dimension) ?? dimensions[0];
  const found = useQuery({
    ...monitoring.breakdown(code, indicator.code, dimension ?? 'Sector', search.period),
    enabled: dimension !== undefined,
    placeholderData: keepPreviousData,
  });

  if (!dimension) return <EmptyState title={t('groups.never')} text={t('groups.neverText')} />;
  return (
    <>
      <NativeSelect
        label={t('groups.label')}
        value={dimension}
        onChange={(event) => onDimension(event.currentTarget.value as Dimension)}
        data={dimensions.map((value) => ({ value, label: t(`groups.of.${value}`) }))}
        w="fit-content"
        mb="sm"
        className="no-print"
      />
      {found.data ? (
        <Groups breakdown={found.data} indicator={indicator} search={search} />
      ) : found.error ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton h={CHART_HEIGHT} />
      )}
    </>
  );
}

type GroupsProps = { breakdown: Breakdown; indicator: Indicator; search: TerritorySearch };
type Place = Breakdown['territory'];

function Groups({ breakdown, indicator, search }: GroupsProps) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const { territory, children, categories } = breakdown;

  const columns = useMemo<Column<Place>[]>(
    () => [
      {
        id: 'name',
        header: t('places.name'),
        rowHeader: true,
        width: 1.7,
        value: (place) => measures.name(place),
        cell: (place) =>
          place.code === territory.code ? (
            <strong>{measures.name(place)}</strong>
          ) : (
            <Link to="/analytics/$territory" params={{ territory: place.code }} search={search}>
              {measures.name(place)}
            </Link>
          ),
      },
      ...categories.map<Column<Place>>((category, index) => ({
        id: category.code,
        header: measures.name(category),
        align: 'end',
        value: ({ values }) => values[index]?.value,
        cell: ({ values }) => measures.text(values[index]!, indicator),
      })),
    ],
    [t, measures, categories, territory, indicator, search],
  );
  const rows = useMemo(() => [territory, ...children], [territory, children]);
  if (!categories.length) return <EmptyState title={t('league.none')} text={measures.reason(indicator)} />;

  const label = t('groups.table', { indicator: measures.name(indicator), dimension: t(`groups.of.${breakdown.dimension}`) });
  return (
    <div className={cls.groups}>
      <BarList
        label={`${label}: ${measures.name(territory)}`}
        bars={territory.values.map(({ category, value, numerator, denominator }, index) => ({
          id: category,
          name: measures.name(categories[index]!),
          value,
          note: `${measures.count(numerator)} / ${measures.count(denominator)}`,
        }))}
        format={(value) => measures.format(value, indicator)}
        missing="—"
      />
      <DataTable id="monitoring-groups" label={label} columns={columns} rows={rows} rowKey={({ code }) => code} wrap />
    </div>
  );
}
