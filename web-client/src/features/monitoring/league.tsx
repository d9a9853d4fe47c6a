import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BarList, type Bar } from '@/shared/charts/bar-list';
import { EmptyState } from '@/shared/ui/empty-state';
import type { Indicator } from './api';
import { baseAt, markAt, ranksOf, valueAt, writerOf, type Place } from './place';
import { PlaceLink } from './place-link';
import type { TerritorySearch } from './search';
import { useMeasures } from './use-measures';

type Props = {
  indicator: Indicator;
  places: readonly Place[];
  /** The territory whose parts these are. */
  whole: { name: string; value: number | null };
  search: TerritorySearch;
};

/** The places by value, the best first and those without a rank after them; the value of the whole is a line across. */
export function League({ indicator, places, whole, search }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();

  const ranks = ranksOf(places, indicator);
  const isRising = indicator.direction === 'LessIsBetter';
  const known = places
    .map((place) => ({ place, value: valueAt(place, indicator.code) }))
    .filter((entry): entry is { place: Place; value: number } => entry.value !== null)
    .sort((a, b) => (isRising ? a.value - b.value : b.value - a.value))
    .sort((a, b) => Number(ranks.has(b.place.id)) - Number(ranks.has(a.place.id)));
  const without = places.length - known.length;
  const mark = places.map((place) => markAt(place, indicator.code)).find(Boolean);
  if (!known.length) return <EmptyState title={t('league.none')} text={measures.reason(indicator, mark)} />;

  const bars = known.map<Bar>(({ place, value }) => ({
    id: place.id,
    name: (
      <>
        {ranks.has(place.id) && `${ranks.get(place.id)}. `}
        <PlaceLink place={place} search={search} />
      </>
    ),
    value,
    note: baseAt(place, indicator.code, measures),
  }));
  return (
    <>
      <BarList
        label={t(isRising ? 'league.rising' : 'league.label', { indicator: measures.name(indicator) })}
        bars={bars}
        format={writerOf(places, indicator, measures)}
        missing="—"
        {...(whole.value === null ? {} : { target: whole.value })}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {whole.value !== null &&
          t('league.parent', { name: whole.name, value: measures.format(whole.value, indicator) })}
        {without > 0 && ` · ${t('league.without', { count: without })}`}
      </Text>
    </>
  );
}
