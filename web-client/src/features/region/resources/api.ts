import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { ResourcesSearch } from './search';

type Schemas = components['schemas'];
export type Resource = Schemas['GetResourceResult'];
export type ResourceItem = Schemas['ListResourcesItem'];
export type ResourceRun = Schemas['GetResourceRun'];
export type ResourceCard = Schemas['ResourceCard'];
export type RunDays = Schemas['ResourceRunDays'];

const root = ['resources'] as const;

export const resources = {
  all: root,

  list: ({ q, kind, area, format, free, body }: ResourcesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', { q, kind, area, format, free, body }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = {
          ...(q ? { search: q } : {}),
          ...(kind ? { kind } : {}),
          ...(area ? { area } : {}),
          ...(format ? { format } : {}),
          ...(free ? { hasFreePlaces: true } : {}),
          ...(body ? { bodyId: body } : {}),
          ...after(pageParam),
        };
        return data(api.GET('/api/v1/resources', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  detail: (resourceId: string) =>
    queryOptions({
      queryKey: [...root, 'detail', resourceId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/resources/{resourceId}', { params: { path: { resourceId } }, signal })),
    }),

  places: (organizationId: string, resourceId: string, runId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'places', organizationId, resourceId, runId],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/resources/{resourceId}/runs/{runId}/places', {
            params: { path: { organizationId, resourceId, runId }, query: after(pageParam) },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),
};
