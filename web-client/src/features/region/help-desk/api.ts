import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import type { ArticlesSearch, DeskSearch, MineSearch } from './search';

type Schemas = components['schemas'];
export type Question = Schemas['GetHelpRequestResult'];
export type QueueItem = Schemas['ListHelpQueueItem'];
export type OwnItem = Schemas['ListHelpRequestsItem'];
export type Offer = Schemas['HelpOffer'];
export type Article = Schemas['GetHelpArticleResult'];
export type ArticleItem = Schemas['ListHelpArticlesItem'];

const root = ['help-desk'] as const;

const queueQuery = ({ view, form, area, q }: DeskSearch) => ({
  ...(view ? { view } : {}),
  ...(form ? { form } : {}),
  ...(area ? { area } : {}),
  ...(q ? { search: q } : {}),
});

export const helpDesk = {
  all: root,

  mine: ({ org, status }: MineSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'mine', org, status],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(org ? { organizationId: org } : {}), ...(status ? { status } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/help-requests', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  queue: (organizationId: string, search: DeskSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'queue', organizationId, queueQuery(search)],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/help-queue', {
            params: { path: { organizationId }, query: { ...queueQuery(search), ...after(pageParam) } },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),

  queueFile: (organizationId: string, search: DeskSearch) =>
    `/api/v1/organizations/${organizationId}/help-queue.csv?${new URLSearchParams(queueQuery(search))}`,

  question: (requestId: string) =>
    queryOptions({
      queryKey: [...root, 'question', requestId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/help-requests/{requestId}', { params: { path: { requestId } }, signal })),
    }),

  targets: (requestId: string) =>
    queryOptions({
      queryKey: [...root, 'targets', requestId],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/help-requests/{requestId}/targets', { params: { path: { requestId } }, signal })),
    }),

  offers: (organizationId: string, form: string) =>
    queryOptions({
      queryKey: [...root, 'offers', organizationId, form],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/help-bodies', { params: { path: { organizationId }, query: { form } }, signal })),
    }),

  suggestions: (subject: string) =>
    queryOptions({
      queryKey: [...root, 'suggestions', subject],
      staleTime: 300_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/help-suggestions', { params: { query: { subject } }, signal })),
    }),

  load: (organizationId: string, since: string) =>
    queryOptions({
      queryKey: [...root, 'load', organizationId, since],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/help-load', { params: { path: { organizationId }, query: { since } }, signal })),
    }),

  articles: ({ q, area }: ArticlesSearch, organizationId?: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'articles', organizationId, q, area],
      staleTime: 60_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = {
          ...(q ? { search: q } : {}),
          ...(area ? { area } : {}),
          ...(organizationId ? { organizationId } : {}),
          ...after(pageParam),
        };
        return data(api.GET('/api/v1/help-articles', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  article: (articleId: string) =>
    queryOptions({
      queryKey: [...root, 'article', articleId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/help-articles/{articleId}', { params: { path: { articleId } }, signal })),
    }),
};
