import type { components } from '@/shared/api/schema';
import { http, HttpResponse, server } from '@/testing/server';
import type { Breakdown, Indicator, IndicatorValue, SchoolDashboard, TerritoryDashboard } from './api';

type Territory = components['schemas']['GetTerritoryResult'];
type School = components['schemas']['ListTerritoryOrganizationsItem'];
type Series = components['schemas']['GetIndicatorSeriesResult'];

export const AS_OF = '2026-11-23T09:30:00Z';

const indicator = (code: string, nameRu: string, rest: Partial<Indicator>): Indicator => ({
  code,
  version: 1,
  theme: 'Programs',
  nameRu,
  nameEn: code,
  formulaRu: `Формула: ${nameRu}`,
  formulaEn: `Formula of ${code}`,
  unit: 'Percent',
  kind: 'Stock',
  direction: 'MoreIsBetter',
  source: 'IV',
  least: 0,
  dimensions: ['Sector', 'Settlement'],
  ...rest,
});

export const catalogue = [
  indicator('need-coverage', 'Охват наставничеством', {}),
  indicator('consent-share', 'Доля согласий', { kind: 'Flow', direction: 'Neutral' }),
  indicator('days-to-active', 'Дней до начала', { unit: 'Days', kind: 'Flow', direction: 'LessIsBetter' }),
  indicator('completion-rate', 'Доля завершённых', { kind: 'Flow' }),
];

/** @param values in the catalogue's order; null has a zero denominator */
export const valuesOf = (...values: (number | null)[]): IndicatorValue[] =>
  values.map((value, index) => ({
    code: catalogue[index]!.code,
    value,
    numerator: value ?? 0,
    denominator: value === null ? 0 : 100,
    organizationsReported: value === null ? 0 : 3,
    organizationsExpected: 4,
    mark: null,
  }));

const place = (code: string, parentCode: string | null, level: Territory['level'], nameRu: string) => ({
  code,
  parentCode,
  level,
  nameRu,
  nameEn: code,
});

export const russia = place('RU', null, 'Federation', 'Российская Федерация');
export const centre = place('cfo', 'RU', 'FederalDistrict', 'Центральный округ');
export const tver = place('RU-TVE', 'cfo', 'Region', 'Тверская область');
export const bologoe = place('28604000', 'RU-TVE', 'Municipality', 'Бологовский округ');
const line = [russia, centre, tver, bologoe];

const period = { code: '2026-11', first: '2026-11-01', last: '2026-11-01', counted: '2026-11-01', running: false };
const previous = [60, 40, 20, 50];

const below = (of: (typeof line)[number], ...values: (number | null)[]) => ({
  ...of,
  parentCode: of.parentCode!,
  values: valuesOf(...values),
});

const moscow = place('RU-MOS', 'cfo', 'Region', 'Московская область');
const regions = [below(tver, 64, 50, 29.8, null), below(moscow, null, null, null, null)];
const children = [
  below(centre, 64, 50, 29.8, null),
  below(tver, 64, 50, 29.8, null),
  below(bologoe, 70, null, 12, null),
];

export function dashboardOf(territory: (typeof line)[number]): TerritoryDashboard {
  return {
    territory,
    period,
    asOf: AS_OF,
    indicators: valuesOf(64, 50, 29.8, null).map((value, index) => ({ ...value, comparable: value.value, previous: previous[index]! })),
    children: children.filter(({ parentCode }) => parentCode === territory.code),
    regions: territory.level === 'Federation' ? regions : null,
  };
}

export const schools: School[] = ['Школа № 2', 'Школа № 10'].map((nameShort, index) => ({
  id: `0190aaaa-0000-7000-8000-00000000000${index}`,
  nameShort,
  kind: 'School',
  territoryCode: bologoe.code,
  territoryNameRu: bologoe.nameRu,
  territoryNameEn: bologoe.nameEn,
  values: valuesOf(80 - index, null, 10, null),
}));

export const schoolDashboard: SchoolDashboard = {
  organization: { ...schools[0]!, regionCode: tver.code },
  period,
  asOf: AS_OF,
  indicators: valuesOf(80, 100, 14, null).map(({ code, value, numerator, denominator }, index) => ({
    code,
    value,
    numerator,
    denominator,
    comparable: value,
    previous: previous[index]!,
    territory: 70,
    region: 64,
    federation: 58,
    mark: null,
    territoryMark: null,
    regionMark: null,
    federationMark: null,
    points: [
      { period: '2026-10', value: previous[index]!, numerator: 1, denominator: 2, mark: null },
      { period: '2026-11', value, numerator, denominator, mark: null },
    ],
  })),
};

const series = (territoryCode: string, code: string): Series => ({
  territoryCode,
  indicator: code,
  unit: 'Percent',
  points: ['2026-10', '2026-11'].map((month, index) => ({
    period: month,
    value: 50 + index,
    numerator: 50 + index,
    denominator: 100,
    organizationsReported: 3,
    organizationsExpected: 4,
    version: 1,
    mark: null,
  })),
});

/** The server of the tests: one line of territories from Russia down to two schools. */
const part = (category: string, value: number) => ({ category, value, numerator: value, denominator: 100 });

const breakdown = {
  indicator: 'completion-rate',
  dimension: 'Settlement',
  period,
  categories: [
    { code: 'Urban', nameRu: 'Город', nameEn: 'Urban' },
    { code: 'Rural', nameRu: 'Село', nameEn: 'Rural' },
  ],
  territory: { ...russia, values: [part('Urban', 70), part('Rural', 40)] },
  children: [{ ...centre, values: [part('Urban', 71), part('Rural', 42)] }],
} satisfies Breakdown;

export function serveMonitoring() {
  const api = '*/api/v1';
  server.use(
    http.get(`${api}/indicators`, () => HttpResponse.json(catalogue)),
    http.get(`${api}/territories/:code`, ({ params: { code } }) => {
      const at = line.findIndex((known) => known.code === code);
      const self = line[at] ?? moscow;
      const above = at < 0 ? [russia, centre] : line.slice(0, at);
      return HttpResponse.json({ ...self, timeZone: null, above } satisfies Territory);
    }),
    http.get(`${api}/territories/:code/dashboard`, ({ params: { code } }) => {
      return HttpResponse.json(dashboardOf(line.find((known) => known.code === code) ?? moscow));
    }),
    http.get(`${api}/territories/:code/indicators/:indicator/series`, ({ params }) =>
      HttpResponse.json(series(String(params['code']), String(params['indicator']))),
    ),
    http.get(`${api}/territories/:code/indicators/:indicator/breakdown`, () => HttpResponse.json(breakdown)),
    http.get(`${api}/territories/:code/organizations`, () => HttpResponse.json({ items: schools, next: null })),
    http.get(`${api}/organizations/:id/dashboard`, () => HttpResponse.json(schoolDashboard)),
  );
}
