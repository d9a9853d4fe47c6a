import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type ActKind = Schemas['ActKind'];
export type ActStatus = Schemas['ActStatus'];
export type ActStep = Schemas['ActStep'];
export type ActBlock = Schemas['ActBlock'];
export type ActItem = Schemas['ListActsItem'];
export type Act = Schemas['GetActResult'];
export type Template = Schemas['ListActTemplatesTemplate'];
export type CoDrafting = Schemas['GetCoDraftingResult'];
export type Suggestion = Schemas['GetCoDraftingSuggestion'];
export type NewSuggestion = Schemas['SuggestWordingBody'];
export type NewAct = Schemas['DraftActBody'];
type Header = Record<string, string>;

const root = ['local-acts'] as const;
const at = (actId: string) => ({ path: { actId } });
const atOrganization = (organizationId: string) => ({ path: { organizationId } });
const atSuggestion = (suggestionId: string) => ({ path: { suggestionId } });

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

export const actActs = {
  draft: (organizationId: string, body: NewAct, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/acts', { params: { ...atOrganization(organizationId), header }, body })),

  revise: (id: string, body: Schemas['ReviseActBody']) =>
    data(api.PUT('/api/v1/acts/{actId}', { params: at(id), body })),

  requestCosign: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/request-cosign', { params: at(id), body: { version } })),

  cosign: (id: string, version: number, given: boolean, comment: string) =>
    data(api.POST('/api/v1/acts/{actId}/cosign', { params: at(id), body: { version, given, ...(comment ? { comment } : {}) } })),

  agree: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/agree', { params: at(id), body: { version } })),

  giveBack: (id: string, version: number, comment: string) =>
    data(api.POST('/api/v1/acts/{actId}/return', { params: at(id), body: { version, comment } })),

  approve: (id: string, body: Schemas['ApproveActBody']) =>
    data(api.POST('/api/v1/acts/{actId}/approve', { params: at(id), body })),

  repeal: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/acts/{actId}/repeal', { params: at(id), body: { version, reason } })),

  openDrafting: (id: string, body: Schemas['OpenCoDraftingBody']) =>
    data(api.POST('/api/v1/acts/{actId}/co-drafting', { params: at(id), body })),

  closeDrafting: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/co-drafting/close', { params: at(id), body: { version } })),

  suggest: (id: string, body: NewSuggestion, headers: Header) =>
    data(api.POST('/api/v1/acts/{actId}/suggestions', { params: at(id), body, headers })),

  answer: (id: string, version: number, accepted: boolean, answer: string) =>
    data(api.POST('/api/v1/act-suggestions/{suggestionId}/answer', { params: atSuggestion(id), body: { version, accepted, answer } })),

  takeBack: (id: string, version: number) =>
    data(api.POST('/api/v1/act-suggestions/{suggestionId}/withdraw', { params: atSuggestion(id), body: { version } })),

  incorporate: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/acts/{actId}/suggestions/incorporate', { params: at(id), body: { version, reason } })),

  saveTemplate: (organizationId: string, kind: ActKind, body: Schemas['SaveActTemplateBody']) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/act-templates/{kind}', {
        params: { path: { organizationId, kind } },
        body,
      }),
    ),
};
