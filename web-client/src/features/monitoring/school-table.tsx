import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '@/shared/charts/sparkline';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import type { Indicator, SchoolDashboard, SchoolIndicator } from './api';
import { changeOf } from './change';
import { ChangeText } from './change-text';
import { Base } from './coverage';
import quiet from './coverage.module.css';
import { Told } from './marks';
import cls from './school-page.module.css';
import type { DashboardSearch } from './search';
import { useMeasures } from './use-measures';

type Props = {
  catalogue: readonly Indicator[];
  dashboard: SchoolDashboard;
  current: string;
  search: DashboardSearch;
};

type Row = { indicator: Indicator; value: SchoolIndicator };

const around = ['territory', 'region', 'federation'] as const;
const headings = { territory: 'municipality', region: 'region', federation: 'federation' } as const;

/** The school's indicators in the catalogue's order, each beside the places around the school. */
export function SchoolTable({ catalogue, dashboard, current, search }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const { organization, indicators, period } = dashboard;

  const rows = useMemo<Row[]>(
    () =>
      catalogue.flatMap((indicator) => {
        const value = indicators.find(({ code }) => code === indicator.code);
        return value ? [{ indicator, value }] : [];
      }),
    [catalogue, indicators],
  );

  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'indicator',
        header: t('table.indicator'),
        rowHeader: true,
        width: 2.2,
        value: ({ indicator }) => measures.name(indicator),
        cell: ({ indicator }) => (
          <Link
            to="/school/$orgId"
            params={{ orgId: organization.id }}
            search={{ ...search, indicator: indicator.code }}
            replace
            resetScroll={false}
            aria-current={indicator.code === current ? 'true' : undefined}
            className={cls.indicator}
          >
            {measures.name(indicator)}
          </Link>
        ),
      },
      {
        id: 'own',
        header: t('school.own'),
        align: 'end',
        value: ({ value }) => value.value,
        cell: ({ indicator, value }) =>
          value.value === null ? (
            <>
              <Told value={null} mark={value.mark} indicator={indicator} />{' '}
              <span className={quiet.quiet}>{measures.reason(indicator, value.mark)}</span>
            </>
          ) : (
            <>
              <strong>{measures.text(value, indicator)}</strong>
              <Base text={measures.base(value)} />
            </>
          ),
      },
      {
        id: 'change',
        header: t('table.change'),
        width: 1.6,
        align: 'end',
        value: ({ indicator, value }) => changeOf(value.comparable, value.previous, indicator.direction)?.difference,
        cell: ({ indicator, value }) => <ChangeText value={value} indicator={indicator} period={period} named />,
      },
      ...around.map<Column<Row>>((place) => ({
        id: place,
        header: t(`school.${headings[place]}`),
        align: 'end',
        value: ({ value }) => value[place],
        cell: ({ indicator, value }) => <Told value={value[place]} mark={value[`${place}Mark`]} indicator={indicator} />,
      })),
      {
        id: 'trend',
        header: t('table.trend'),
        align: 'end',
        value: ({ value: { points } }) => stepOf(points),
        cell: ({ indicator, value }) => <Trend indicator={indicator} points={value.points} />,
      },
    ],
    [t, measures, organization.id, search, current, period],
  );

  return (
    <DataTable
      id="school-indicators"
      label={t('indicators')}
      summary={t('school.summary')}
      columns={columns}
      rows={rows}
      rowKey={({ indicator }) => indicator.code}
      wrap
    />
  );
}

/** From the first to the last month that has a value. */
function stepOf(points: SchoolIndicator['points']) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length > 1 ? known.at(-1)! - known[0]! : null;
}

function Trend({ indicator, points }: { indicator: Indicator; points: SchoolIndicator['points'] }) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return <>—</>;

  const label = t('table.trendLabel', {
    indicator: measures.name(indicator),
    first: measures.text(first, indicator),
    last: measures.text(last, indicator),
  });
  return <Sparkline values={points.map(({ value }) => value)} label={label} />;
}
