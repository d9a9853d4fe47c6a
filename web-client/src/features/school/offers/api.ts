import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { OffersSearch, SchoolOffersSearch } from './search';

type Schemas = components['schemas'];
export type FoundOffer = Schemas['ListMentorOffersItem'];
export type OwnOffer = Schemas['ListOwnMentorOffersItem'];
export type SchoolOffer = Schemas['ListSchoolOffersItem'];
export type OwnRequest = Schemas['ListOwnOfferRequestsItem'];
export type SchoolRequest = Schemas['ListOfferRequestsItem'];
export type OfferCard = Schemas['OfferCard'];

const root = ['mentor-offers'] as const;

export const offers = {
  all: root,

  found: ({ q, area, form, kind, region, territory = region, remote, free }: OffersSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'found', { q, area, form, kind, territory, remote, free }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = {
          ...(q ? { search: q } : {}),
          ...(area ? { area } : {}),
          ...(form ? { form } : {}),
          ...(kind ? { kind } : {}),
          ...(territory ? { territory } : {}),
          ...(remote ? { remote: true } : {}),
          ...(free ? { hasFreePlaces: true } : {}),
          ...after(pageParam),
        };
        return data(api.GET('/api/v1/mentor-offers', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  own: () =>
    queryOptions({
      queryKey: [...root, 'own'],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/mentor-offers', { signal })),
    }),

  asked: () =>
    queryOptions({
      queryKey: [...root, 'asked'],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/offer-requests', { signal })),
    }),

  ofSchool: (organizationId: string, status: SchoolOffersSearch['status']) =>
    infiniteQueryOptions({
      queryKey: [...root, 'school', organizationId, status],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/mentor-offers', {
            params: { path: { organizationId }, query: { ...(status ? { status } : {}), ...after(pageParam) } },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),

  requests: (organizationId: string, direction: SchoolOffersSearch['direction']) =>
    infiniteQueryOptions({
      queryKey: [...root, 'requests', organizationId, direction],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/offer-requests', {
            params: { path: { organizationId }, query: { ...(direction ? { direction } : {}), ...after(pageParam) } },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),
};
