import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { routes, type Route } from './api';

type Schemas = components['schemas'];
export type Suggestion = Schemas['SuggestRouteResourcesItem'];

export const suggestions = (routeId: string) =>
  queryOptions({
    queryKey: [...routes.all, 'suggestions', routeId],
    staleTime: 60_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/routes/{routeId}/resource-suggestions', { params: { path: { routeId } }, signal })),
  });

export const planResource = ({ route }: Route, body: Omit<Schemas['PlanRouteResourceBody'], 'version'>) =>
  data(
    api.POST('/api/v1/routes/{routeId}/plan-resource', {
      params: { path: { routeId: route.id } },
      body: { version: route.revision, ...body },
    }),
  );
