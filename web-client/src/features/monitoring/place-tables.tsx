import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import type { Indicator } from './api';
import { Base, Coverage } from './coverage';
import { Told } from './marks';
import { isPhone } from './is-phone';
import { baseAt, markAt, ranksOf, valueAt, writerOf, type Place } from './place';
import { PlaceLink } from './place-link';
import type { TerritorySearch } from './search';
import { useMeasures } from './use-measures';

type Props = {
  label: string;
  places: readonly Place[];
  search: TerritorySearch;
  onSort: (sort: Sort) => void;
};

/** So few rows that all of them are drawn: then they may be of different height. */
const FEW = 100;

/** One indicator of each place with what it is made of: the numbers of the picture beside it. */
export function IndicatorTable({ indicator, ...props }: Props & { indicator: Indicator }) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const first = useFirstColumns(props, indicator);

  const columns = useMemo<Column<Place>[]>(() => {
    const find = ({ values }: Place) => values.find(({ code }) => code === indicator.code);
    const write = writerOf(props.places, indicator, measures);
    return [
      ...first,
      {
        id: 'value',
        header: t('table.value'),
        align: 'end',
        value: (place) => valueAt(place, indicator.code),
        cell: (place) => <Value place={place} indicator={indicator} write={write} />,
      },
      {
        id: 'fraction',
        header: t('table.fraction'),
        align: 'end',
        value: (place) => find(place)?.denominator,
        cell: (place) => {
          const { numerator = 0, denominator = 0 } = find(place) ?? {};
          if (numerator === null || denominator === null) return '—';
          return `${measures.count(numerator)} / ${measures.count(denominator)}`;
        },
      },
      ...(props.places.some(({ kind }) => kind === 'territory') ? [coverageColumn()] : []),
    ];

    function coverageColumn(): Column<Place> {
      return {
        id: 'coverage',
        // Beside a picture there is no room for it.
        optional: !isPhone(),
        header: t('table.coverage'),
        value: (place) => {
          const { organizationsReported = 0, organizationsExpected = 0 } = find(place) ?? {};
          return organizationsExpected ? organizationsReported / organizationsExpected : null;
        },
        cell: (place) => {
          const value = find(place);
          return value ? <Coverage {...value} /> : null;
        },
      };
    }
  }, [first, indicator, measures, t, props.places]);

  return <PlacesTable id="indicator" columns={columns} otherwise={bestFirst(indicator, '-value')} {...props} />;
}

type AllProps = Props & { catalogue: readonly Indicator[]; current: Indicator };

/** All indicators of each place. */
export function AllTable({ catalogue, current, ...props }: AllProps) {
  const measures = useMeasures();
  const first = useFirstColumns(props, current);

  const columns = useMemo<Column<Place>[]>(() => {
    const write = writerOf(props.places, current, measures);
    return [
      ...first,
      ...catalogue.map<Column<Place>>((indicator) => ({
        id: indicator.code,
        header: measures.name(indicator),
        align: 'end',
        value: (place) => valueAt(place, indicator.code),
        cell: (place) => <Value place={place} indicator={indicator} {...(indicator === current && { write })} />,
      })),
    ];
  }, [first, catalogue, measures, current, props.places]);

  return <PlacesTable id="all-indicators" columns={columns} otherwise={bestFirst(current, `-${current.code}`)} {...props} />;
}

const bestFirst = ({ direction }: Indicator, highestFirst: string) => (direction === 'Neutral' ? highestFirst : 'rank');

type TableProps = Props & { id: string; columns: readonly Column<Place>[]; otherwise: string };

function PlacesTable({ id, columns, otherwise, label, places, search, onSort }: TableProps) {
  const asked = search.sort?.replace(/^-/, '');
  const known = columns.some((column) => column.id === asked);

  return (
    <DataTable
      id={`monitoring-${id}`}
      label={label}
      columns={columns}
      rows={places}
      rowKey={(place) => place.id}
      sort={known ? search.sort : undefined}
      otherwise={otherwise}
      onSort={onSort}
      wrap={places.length <= FEW}
    />
  );
}

type ValueProps = { place: Place; indicator: Indicator; write?: (value: number) => string };

function Value({ place, indicator, write }: ValueProps) {
  const measures = useMeasures();
  const [value, mark] = [valueAt(place, indicator.code), markAt(place, indicator.code)];
  return (
    <>
      {value !== null && write && !mark ? write(value) : <Told value={value} mark={mark} indicator={indicator} />}
      <Base text={baseAt(place, indicator.code, measures)} />
    </>
  );
}

/** The rank by the indicator, unless that only describes, and the name. */
function useFirstColumns({ places, search }: Pick<Props, 'places' | 'search'>, indicator: Indicator) {
  const { t } = useTranslation('monitoring');
  return useMemo<Column<Place>[]>(() => {
    const ranks = ranksOf(places, indicator);
    const rank: Column<Place> = {
      id: 'rank',
      header: t('table.rank'),
      align: 'end',
      width: 0.85,
      value: ({ id }) => ranks.get(id),
    };
    return [
      ...(indicator.direction === 'Neutral' ? [] : [rank]),
      {
        id: 'name',
        header: t('places.name'),
        rowHeader: true,
        width: 1.7,
        value: ({ name }) => name,
        cell: (place) => <PlaceLink place={place} search={search} />,
      },
    ];
  }, [t, places, search, indicator]);
}
