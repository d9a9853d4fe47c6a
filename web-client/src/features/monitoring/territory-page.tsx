import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { FilterBar } from '@/shared/ui/filter-bar';
import { PageHeader } from '@/shared/ui/page-header';
import { territoryLine } from '@/shared/territories/api';
import { monitoring } from './api';
import { Choice } from './choice';
import { Crumbs } from './crumbs';
import { HowCounted } from './how-counted';
import { isPhone } from './is-phone';
import { KpiStrip } from './kpi-strip';
import { MarksLegend } from './marks';
import { parsePeriod } from './period';
import { PeriodPicker } from './period-picker';
import { SMALL_BASE } from './place';
import { views, type TerritorySearch } from './search';
import { TerritorySeries } from './series-view';
import { newestMonth, ShownPeriod } from './shown-period';
import { TerritoryActions } from './territory-actions';
import { TerritoryPlaces } from './territory-places';
import { TerritoryViews } from './territory-views';
import { besides, ThemeTabs, themesOf } from './themes';
import { useMeasures } from './use-measures';
import cls from './views.module.css';

const BreakdownView = later(async () => (await import('./breakdown-view')).BreakdownView);

type Props = {
  code: string;
  search: TerritorySearch;
  onSearch: (change: Partial<TerritorySearch>) => void;
  /** The user's role sees single schools. */
  listsSchools: boolean;
};

/** Explorer of indicators: from the country down to a municipality. The address holds all that is chosen. */
export function TerritoryPage({ code, search, onSearch, listsSchools }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const navigate = useNavigate();
  const { data: catalogue } = useSuspenseQuery(monitoring.indicators(search.period));
  const { data: line } = useSuspenseQuery(territoryLine(code));
  const { data: dashboard } = useSuspenseQuery(monitoring.territory(code, search.period));

  const { territory, period } = dashboard;
  const parent = line.above.at(-1);
  const { indicator: region, period: month } = search;
  useHotkeys([
    [
      'alt+ArrowUp',
      () =>
        parent &&
        void navigate({
          to: '/analytics/$territory',
          params: { territory: parent.code },
          search: { indicator: region, period: month },
        }),
    ],
  ]);

  const indicator = catalogue.find(({ code: known }) => known === search.indicator) ?? catalogue[0];
  if (!indicator) return null;

  const shown = besides(catalogue, indicator);
  const isFederation = territory.level === 'Federation';
  const offered = isFederation ? views : views.filter((view) => view !== 'map');
  const first = isPhone() ? 'table' : offered[0]!;
  const view = offered.find((known) => known === search.view) ?? first;
  const value = dashboard.indicators.find(({ code: known }) => known === indicator.code);

  return (
    <>
      <Crumbs above={line.above} here={measures.name(territory)} search={search} />
      <PageHeader title={measures.name(territory)} summary={<ShownPeriod period={period} asOf={dashboard.asOf} />}>
        <TerritoryActions code={code} period={period.code} search={search} />
      </PageHeader>
      <FilterBar>
        <PeriodPicker
          shown={parsePeriod(period.code)!}
          newest={newestMonth(dashboard)}
          onChange={(chosen) => onSearch({ period: chosen })}
        />
      </FilterBar>
      <ThemeTabs
        catalogue={catalogue}
        current={indicator}
        onChoose={(chosen) => onSearch({ indicator: chosen, sort: undefined })}
      />
      <KpiStrip catalogue={shown} dashboard={dashboard} current={indicator.code} search={search} />

      <Group justify="space-between" align="end" mb="sm" gap="sm">
        <NativeSelect
          label={t('indicator')}
          value={indicator.code}
          onChange={(event) => onSearch({ indicator: event.currentTarget.value, sort: undefined })}
          data={themesOf(catalogue).map(({ theme, indicators }) => ({
            group: t(`theme.${theme}`),
            items: indicators.map((known) => ({ value: known.code, label: measures.name(known) })),
          }))}
        />
        <Group gap="sm" className="no-print">
          {isFederation && (view === 'league' || view === 'table') && (
            <SegmentedControl
              aria-label={t('by.label')}
              value={search.by ?? 'regions'}
              onChange={(by) => onSearch({ by: by === 'districts' ? by : undefined })}
              data={(['regions', 'districts'] as const).map((by) => ({ value: by, label: t(`by.${by}`) }))}
            />
          )}
          <Choice
            label={t('view.label')}
            value={view}
            onChange={(chosen) => onSearch({ view: views.find((known) => known === chosen), sort: undefined })}
            data={offered.map((known) => ({ value: known, label: t(`view.${known}`) }))}
          />
        </Group>
      </Group>

      <div className={cls.views}>
        {view === 'series' ? (
          <TerritorySeries
            indicator={indicator}
            code={code}
            name={measures.name(territory)}
            above={parent && { code: parent.code, name: measures.name(parent) }}
          />
        ) : view === 'groups' ? (
          <BreakdownView code={code} indicator={indicator} search={search} onDimension={(dimension) => onSearch({ dimension })} />
        ) : (
          <TerritoryPlaces
            dashboard={dashboard}
            period={search.period}
            byDistrict={search.by === 'districts' && view !== 'map'}
            listsSchools={listsSchools}
          >
            {(places, placesLabel) => (
              <TerritoryViews
                view={view}
                dashboard={dashboard}
                catalogue={shown}
                indicator={indicator}
                places={places}
                placesLabel={placesLabel}
                search={search}
                onSort={(sort) => onSearch({ sort })}
              />
            )}
          </TerritoryPlaces>
        )}
      </div>
      <Text size="xs" c="dimmed" my="xs">
        {t('baseHint', { limit: SMALL_BASE })}
      </Text>
      <MarksLegend
        marks={[dashboard, ...dashboard.children, ...(dashboard.regions ?? [])].flatMap((place) =>
          ('values' in place ? place.values : place.indicators).map(({ mark }) => mark),
        )}
      />
      <HowCounted indicator={indicator} value={value} asOf={dashboard.asOf} place={{ territory: code }} />
    </>
  );
}
