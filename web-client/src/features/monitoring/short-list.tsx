import { useState } from 'react';
import { Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import type { Indicator } from './api';
import { baseAt, markAt, plain, ranksOf, valueAt, writerOf, type Place } from './place';
import { Told } from './marks';
import { PlaceLink } from './place-link';
import type { TerritorySearch } from './search';
import cls from './short-list.module.css';
import { useMeasures } from './use-measures';

const AT_EACH_END = 5;

type Props = { label: string; indicator: Indicator; places: readonly Place[]; search: TerritorySearch };
type Line = { place: Place; rank: number | undefined; value: number | null };

/** On a phone, of many places those at both ends of one indicator; the others by name, or all when asked for. */
export function ShortList({ label, indicator, places, search }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const [sought, setSought] = useState('');
  const [isWhole, setWhole] = useState(false);

  const ranks = ranksOf(places, indicator);
  const write = writerOf(places, indicator, measures);
  const all = places
    .map<Line>((place) => ({ place, rank: ranks.get(place.id), value: valueAt(place, indicator.code) }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const isRanked = ranks.size > 0;
  const ends = all.filter(({ rank, value }) => (isRanked ? rank !== undefined : value !== null));
  const words = plain(sought);
  const found = all.filter(({ place }) => plain(place.name).includes(words));

  const list = (lines: readonly Line[], name: string) => (
    <section aria-label={name}>
      <Text fw={600} mt="sm" mb={4}>
        {name}
      </Text>
      <ul className={cls.list}>
        {lines.map(({ place, rank, value }) => (
          <li key={place.id}>
            <span>
              {rank && <span className={cls.rank}>{rank}. </span>}
              <PlaceLink place={place} search={search} />
            </span>
            <span className="numbers">
              {value === null || markAt(place, indicator.code) ? (
                <Told value={value} mark={markAt(place, indicator.code)} indicator={indicator} />
              ) : (
                write(value)
              )}{' '}
              <Text span size="xs" c="dimmed">
                {baseAt(place, indicator.code, measures)}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  return (
    <div>
      <TextInput
        type="search"
        label={t('short.search')}
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
      />
      {words && found.length === 0 && <EmptyState title={t('short.nothing')} />}
      {words && found.length > 0 && list(found, t('short.found', { count: found.length }))}
      {!words && isWhole && list(all, label)}
      {!words && !isWhole && (
        <>
          {list(ends.slice(0, AT_EACH_END), t(isRanked ? 'short.best' : 'short.highest'))}
          {list(ends.slice(AT_EACH_END).slice(-AT_EACH_END), t(isRanked ? 'short.worst' : 'short.lowest'))}
        </>
      )}
      {!words && (
        <Button mt="sm" fullWidth variant="default" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('short.less') : t('short.all', { count: places.length })}
        </Button>
      )}
    </div>
  );
}
