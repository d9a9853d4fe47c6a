import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { directions, neighbour } from '@/shared/geo/neighbour';
import { gridSize, regionName, regions, type Region } from '@/shared/geo/regions';
import { CLASSES, classOf, quantileBreaks } from '@/shared/geo/scale';
import cls from './tile-map.module.css';

/** A number, `null` where there is no data, `suppressed` where showing it would point at people. */
export type RegionValue = number | null | 'suppressed';

export type RegionValues = ReadonlyMap<string, RegionValue>;

type Props = {
  label: string;
  /** ISO 3166-2:RU code → value. */
  values: RegionValues;
  /** The value in words, e.g. "61,4 %". */
  format: (value: number) => string;
  /** The value inside a tile: two or three characters. */
  formatShort: (value: number) => string;
  /** `risk`: high values are bad. */
  palette?: 'sequential' | 'risk';
  /** ISO code → rank; by value, the highest first, when absent. */
  ranks?: ReadonlyMap<string, number>;
  /** Breaks pooled over all periods that can be chosen, so that a colour keeps its meaning. */
  breaks?: readonly number[];
  selected?: string | undefined;
  onSelect?: (iso: string) => void;
};

const HOME = 'RU-MOW';

/** On a phone a tile is under the 24 px that a finger needs (WCAG 2.5.8): the table beside the map leads on from there. */
const PHONE = '(max-width: 560px)';

/** The regions as equal tiles: one tab stop, arrows walk to neighbours. On a phone a picture of the whole country. */
export function TileMap(props: Props) {
  const { label, values, format, formatShort, palette = 'sequential', selected, onSelect } = props;
  const { t, i18n } = useTranslation();
  const isPicture = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const [active, setActive] = useState(selected ?? HOME);
  const tiles = useRef(new Map<string, HTMLButtonElement>());

  const numbers = useMemo(
    () => [...values.values()].filter((value) => typeof value === 'number').sort((a, b) => b - a),
    [values],
  );
  const breaks = useMemo(() => props.breaks ?? (isEven(numbers) ? MIDDLE : quantileBreaks(numbers)), [props.breaks, numbers]);

  const describe = (region: Region) => {
    const name = regionName(region, i18n.language);
    const value = values.get(region.iso);
    if (value === 'suppressed') return `${name}: ${t('map.suppressed')}`;
    if (value == null) return `${name}: ${t('map.noData')}`;
    const rank = props.ranks ? props.ranks.get(region.iso) : numbers.indexOf(value) + 1;
    const total = props.ranks?.size ?? numbers.length;
    return `${name}: ${format(value)}${rank ? `, ${t('map.rank', { rank, total })}` : ''}`;
  };

  const onKeyDown = (event: KeyboardEvent, from: Region) => {
    const direction = directions[event.key];
    const to = direction ? neighbour(from, direction) : ends[event.key];
    if (!to) return;
    event.preventDefault();
    setActive(to.iso);
    tiles.current.get(to.iso)?.focus();
  };

  return (
    <div className={cls.map} data-palette={palette}>
      {!isPicture && <p className="visually-hidden">{t('map.hint')}</p>}
      <div role={isPicture ? 'img' : 'group'} aria-label={label} className={cls.grid} style={gridTracks}>
        {regions.map((region) => {
          const { iso, abbrRu, col, row } = region;
          const value = values.get(iso);
          const isNumber = typeof value === 'number';
          const look = {
            className: cls.tile,
            'data-step': isNumber ? classOf(value, breaks) : undefined,
            style: { gridColumn: col + 1, gridRow: row + 1 },
          };
          const words = (
            <>
              <span className={cls.abbreviation} aria-hidden="true">
                {i18n.language === 'ru' ? abbrRu : iso.slice(3)}
              </span>
              <span className={cls.value} aria-hidden="true">
                {isNumber ? formatShort(value) : '—'}
              </span>
            </>
          );
          if (isPicture) return <span key={iso} {...look}>{words}</span>;

          const text = describe(region);
          return (
            <button
              key={iso}
              {...look}
              type="button"
              data-print
              ref={(tile) => {
                if (tile) tiles.current.set(iso, tile);
              }}
              title={text}
              aria-pressed={selected === undefined ? undefined : selected === iso}
              tabIndex={active === iso ? 0 : -1}
              onFocus={() => setActive(iso)}
              onKeyDown={(event) => onKeyDown(event, region)}
              onClick={() => onSelect?.(iso)}
            >
              {/* An aria-label beside other visible text would break speech control. */}
              <span className="visually-hidden">{text}</span>
              {words}
            </button>
          );
        })}
      </div>
      <Legend numbers={numbers} breaks={breaks} format={format} />
    </div>
  );
}

const gridTracks = {
  gridTemplateColumns: `repeat(${gridSize.cols}, minmax(0, 1fr))`,
};

const ends: Record<string, Region | undefined> = { Home: regions[0], End: regions.at(-1) };

/** All alike: none is high or low, so the colour is the one between. */
const isEven = (numbers: readonly number[]) => numbers[0] === numbers.at(-1);
const MIDDLE = Array.from({ length: Math.floor(CLASSES / 2) }, () => -Infinity);

type LegendProps = { numbers: readonly number[]; breaks: readonly number[]; format: Props['format'] };

/** @param numbers highest first */
function Legend({ numbers, breaks, format }: LegendProps) {
  const { t } = useTranslation();
  const highest = numbers[0];
  const lowest = numbers.at(-1);
  if (highest === undefined || lowest === undefined) return null;

  return (
    <div className={cls.legend}>
      {isEven(numbers) ? (
        <>
          <span className={cls.swatch} data-step={classOf(highest, breaks)} />
          <span>{t('map.legendOne', { value: format(highest) })}</span>
        </>
      ) : (
        <>
          <span className="visually-hidden">
            {t('map.legend', { from: format(lowest), to: format(highest) })}
          </span>
          <span aria-hidden="true">{format(lowest)}</span>
          {Array.from({ length: CLASSES }, (_, step) => (
            <span key={step} className={cls.swatch} data-step={step} />
          ))}
          <span aria-hidden="true">{format(highest)}</span>
        </>
      )}
      <span className={cls.swatch} data-missing />
      <span>{t('map.noData')}</span>
    </div>
  );
}
