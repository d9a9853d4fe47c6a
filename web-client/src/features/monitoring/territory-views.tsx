import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { TileMap } from '@/shared/charts/tile-map';
import type { Sort } from '@/shared/ui/data-table/column';
import { later } from '@/shared/ui/later';
import type { Indicator, TerritoryDashboard } from './api';
import { isPhone, MANY } from './is-phone';
import { League } from './league';
import { markAt, ranksOf, valueAt, writerOf, type Place } from './place';
import { AllTable, IndicatorTable } from './place-tables';
import type { TerritorySearch, View } from './search';
import { useMeasures } from './use-measures';
import cls from './views.module.css';

const ShortList = later(async () => (await import('./short-list')).ShortList);

type Props = {
  view: Exclude<View, 'series' | 'groups'>;
  dashboard: TerritoryDashboard;
  catalogue: readonly Indicator[];
  indicator: Indicator;
  places: readonly Place[];
  placesLabel: string;
  search: TerritorySearch;
  onSort: (sort: Sort) => void;
};

/** The chosen picture with its numbers as a table beside it, or the table of everything. */
export function TerritoryViews(props: Props) {
  const { view, dashboard, catalogue, indicator, places, placesLabel, search, onSort } = props;
  const { name } = useMeasures();
  const whole = {
    name: name(dashboard.territory),
    value: dashboard.indicators.find(({ code }) => code === indicator.code)?.value ?? null,
  };
  const table = { label: placesLabel, places, search, onSort };

  if (isPhone() && places.length > MANY) {
    const short = <ShortList key={indicator.code} label={placesLabel} indicator={indicator} places={places} search={search} />;
    if (view !== 'map') return short;
    return (
      <>
        <RegionTiles indicator={indicator} places={places} search={search} period={dashboard.period.code} />
        {short}
      </>
    );
  }
  if (view === 'table')
    return isPhone() ? (
      <IndicatorTable indicator={indicator} {...table} />
    ) : (
      <AllTable catalogue={catalogue} current={indicator} {...table} />
    );
  return (
    <div className={cls.pair}>
      <div>
        {view === 'map' ? (
          <RegionTiles indicator={indicator} places={places} search={search} period={dashboard.period.code} />
        ) : (
          <League indicator={indicator} places={places} whole={whole} search={search} />
        )}
      </div>
      <IndicatorTable indicator={indicator} {...table} />
    </div>
  );
}

type TilesProps = {
  indicator: Indicator;
  places: readonly Place[];
  search: TerritorySearch;
  period: string;
};

/** The federation's map; a tile opens its region. */
export function RegionTiles({ indicator, places, search, period }: TilesProps) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const navigate = useNavigate();

  const open = (territory: string) =>
    void navigate({
      to: '/analytics/$territory',
      params: { territory },
      search: { indicator: search.indicator, period: search.period },
    });
  return (
    <>
      <Text size="xs" c="dimmed" mb="xs" className="no-print">
        {t(isPhone() ? 'map.hintPhone' : 'map.hint')}
      </Text>
      <TileMap
        label={t('map.label', { indicator: measures.name(indicator), period: measures.periodOf(period) })}
        values={
          new Map(
            places.map((place) => [
              place.id,
              markAt(place, indicator.code) === 'Suppressed' ? ('suppressed' as const) : valueAt(place, indicator.code),
            ]),
          )
        }
        ranks={ranksOf(places, indicator)}
        format={writerOf(places, indicator, measures)}
        formatShort={measures.short}
        palette={indicator.direction === 'LessIsBetter' ? 'risk' : 'sequential'}
        onSelect={open}
      />
    </>
  );
}
