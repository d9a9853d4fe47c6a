import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type ActKind = Schemas['ActKind'];
export type ActStatus = Schemas['ActStatus'];
export type ActStep = Schemas['ActStep'];
export type PaperBlock = Schemas['PaperBlock'];
export type ActItem = Schemas['ListActsItem'];
export type Act = Schemas['GetActResult'];
export type Template = Schemas['ListActTemplatesTemplate'];
export type CoDrafting = Schemas['GetCoDraftingResult'];
export type Suggestion = Schemas['GetCoDraftingSuggestion'];
export type NewSuggestion = Schemas['SuggestWordingBody'];
export type NewAct = Schemas['DraftActBody'];

const root = ['local-acts'] as const;
const at = (actId: string) => ({ path: { actId } });
const atOrganization = (organizationId: string) => ({ path: { organizationId } });

export const acts = {
  list: (organizationId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', organizationId],
      staleTime: 30_000,
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/acts', {
            params: { ...atOrganization(organizationId), query: { size: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...root, 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/acts/{actId}', { params: at(id), signal })),
    }),

  edition: (id: string, edition: number) =>
    queryOptions({
      queryKey: [...root, 'edition', id, edition],
      staleTime: 3_600_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/acts/{actId}/editions/{edition}', { params: { path: { actId: id, edition } }, signal })),
    }),

  drafting: (id: string) =>
    queryOptions({
      queryKey: [...root, 'drafting', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/acts/{actId}/co-drafting', { params: at(id), signal })),
    }),

  templates: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'templates', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/act-templates', { params: atOrganization(organizationId), signal })),
    }),
};

export const refreshActs = (client: QueryClient) => client.invalidateQueries({ queryKey: root });
