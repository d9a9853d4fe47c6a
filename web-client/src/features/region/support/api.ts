import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import { organizationsPage } from '@/shared/organizations/api';
import type { BodiesSearch, MapSearch, SupportedSearch } from './search';

type Schemas = components['schemas'];
export type Supporter = Schemas['ListSupportersItem'];
export type Supported = Schemas['ListSupportedItem'];
export type SupportMap = Schemas['GetSupportMapResult'];
export type Gap = Schemas['SupportGap'];
export type Body = Schemas['ListBodiesItem'];
export type BodyCard = Schemas['BodyCard'];
export type Opening = Schemas['OpenSupportLinksBody'];

const root = ['support'] as const;

const supportedQuery = ({ q, service, state, municipality }: SupportedSearch) => ({
  ...(q ? { search: q } : {}),
  ...(service ? { service } : {}),
  ...(state ? { state } : {}),
  ...(municipality ? { municipality } : {}),
});

export const support = {
  all: root,

  supporters: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'supporters', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/supporters', { params: { path: { organizationId } }, signal })),
    }),

  supported: (organizationId: string, search: SupportedSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'supported', organizationId, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...supportedQuery(search), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/supported', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  supportedFile: (organizationId: string, search: SupportedSearch) =>
    `/api/v1/organizations/${organizationId}/supported.csv?${new URLSearchParams(supportedQuery(search))}`,

  map: (code: string) =>
    queryOptions({
      queryKey: [...root, 'map', code],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/territories/{territoryCode}/support', { params: { path: { territoryCode: code } }, signal })),
    }),

  gaps: (code: string, { q, service = '' }: MapSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'gaps', code, service, q],
      staleTime: 60_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { service, ...(q ? { search: q } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/territories/{territoryCode}/support-gaps', { params: { path: { territoryCode: code }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  gapsFile: (code: string, service: string) => `/api/v1/territories/${code}/support-gaps.csv?service=${service}`,

  bodies: (code: string, { q }: BodiesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'bodies', code, q],
      staleTime: 60_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(q ? { search: q } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/territories/{territoryCode}/bodies', { params: { path: { territoryCode: code }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  /** The open organizations of a municipality, to choose among. */
  schoolsIn: (territory: string) =>
    queryOptions({
      queryKey: [...root, 'schools', territory],
      staleTime: 300_000,
      queryFn: ({ signal }) => everyPage((cursor) => organizationsPage({ territory, status: 'Open', size: LARGEST_PAGE }, cursor, signal)),
    }),
};
