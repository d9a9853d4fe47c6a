import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { indicators } from '@/shared/monitoring/api';
import { programs } from '@/shared/programs/api';
import type { ExamplePlace } from './search';

export type Indicator = components['schemas']['ListIndicatorsItem'];
export type IndicatorValue = components['schemas']['IndicatorValue'];
export type Mark = IndicatorValue['mark'];
export type TerritoryDashboard = components['schemas']['GetTerritoryDashboardResult'];
export type TerritoryLevel = components['schemas']['TerritoryLevel'];
export type Breakdown = components['schemas']['GetTerritoryBreakdownResult'];
export type Dimension = components['schemas']['BreakdownDimension'];
export type SchoolDashboard = components['schemas']['GetOrganizationDashboardResult'];
export type IndicatorDefinition = components['schemas']['GetIndicatorResult'];
export type SchoolIndicator = components['schemas']['GetOrganizationDashboardIndicator'];

/** The server sums up every 20 s and answers 304 while nothing has changed. */
const REFRESH = 20_000;
const MANY_SCHOOLS = 200;

const asked = (period: string | undefined) => (period ? { period } : {});

export const monitoring = {
  all: () => ['monitoring'] as const,

  indicators,

  /** What an indicator means, with a worked example of a place. */
  indicator: (code: string, place: ExamplePlace) =>
    queryOptions({
      queryKey: [...monitoring.all(), 'indicator', code, place],
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/indicators/{indicator}', {
            params: {
              path: { indicator: code },
              query: {
                ...(place.territory ? { territoryCode: place.territory } : {}),
                ...(place.organization ? { organizationId: place.organization } : {}),
              },
            },
            signal,
          }),
        ),
    }),

  territory: (code: string, period: string | undefined) =>
    queryOptions({
      queryKey: [...monitoring.all(), 'territory', code, period],
      staleTime: REFRESH,
      refetchInterval: REFRESH,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/territories/{territoryCode}/dashboard', {
            params: { path: { territoryCode: code }, query: asked(period) },
            signal,
          }),
        ),
    }),

  series: (code: string, indicator: string) =>
    queryOptions({
      queryKey: [...monitoring.all(), 'series', code, indicator],
      staleTime: REFRESH,
      refetchInterval: REFRESH,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/territories/{territoryCode}/indicators/{indicator}/series', {
            params: { path: { territoryCode: code, indicator } },
            signal,
          }),
        ),
    }),

  breakdown: (code: string, indicator: string, dimension: Dimension, period: string | undefined) =>
    queryOptions({
      queryKey: [...monitoring.all(), 'breakdown', code, indicator, dimension, period],
      staleTime: REFRESH,
      refetchInterval: REFRESH,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/territories/{territoryCode}/indicators/{indicator}/breakdown', {
            params: { path: { territoryCode: code, indicator }, query: { dimension, ...asked(period) } },
            signal,
          }),
        ),
    }),

  schools: (code: string, period: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...monitoring.all(), 'schools', code, period],
      staleTime: REFRESH,
      refetchInterval: REFRESH,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ signal, pageParam }) =>
        data(
          api.GET('/api/v1/territories/{territoryCode}/organizations', {
            params: {
              path: { territoryCode: code },
              query: { ...asked(period), size: MANY_SCHOOLS, ...(pageParam ? { cursor: pageParam } : {}) },
            },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  /** How many of the school's programs stand where. */
  programs: (organizationId: string) => ({ ...programs.counts(organizationId), refetchInterval: REFRESH }),

  school: (id: string, period: string | undefined) =>
    queryOptions({
      queryKey: [...monitoring.all(), 'school', id, period],
      staleTime: REFRESH,
      refetchInterval: REFRESH,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/dashboard', {
            params: { path: { organizationId: id }, query: asked(period) },
            signal,
          }),
        ),
    }),
};

/** Address of the same numbers as CSV. */
export const exportPath = (code: string, period: string) =>
  `/api/v1/territories/${encodeURIComponent(code)}/indicators.csv?period=${encodeURIComponent(period)}`;
