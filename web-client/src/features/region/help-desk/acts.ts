import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { upload } from '@/shared/api/upload';

type Schemas = components['schemas'];
type Header = Record<string, string>;
type At = { id: string; version: number };

const of = (requestId: string) => ({ path: { requestId } });
const ofArticle = (articleId: string) => ({ path: { articleId } });

export const helpActs = {
  ask: (organizationId: string, body: Schemas['AskForHelpBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/help-requests', { params: { path: { organizationId }, header }, body })),
  take: ({ id, version }: At) => data(api.POST('/api/v1/help-requests/{requestId}/take', { params: of(id), body: { version } })),
  answer: ({ id, version }: At, text: string) =>
    data(api.POST('/api/v1/help-requests/{requestId}/answer', { params: of(id), body: { version, text } })),
  close: ({ id, version }: At, mark: number, text: string) =>
    data(api.POST('/api/v1/help-requests/{requestId}/close', { params: of(id), body: { version, mark, text } })),
  reopen: ({ id, version }: At, text: string) =>
    data(api.POST('/api/v1/help-requests/{requestId}/reopen', { params: of(id), body: { version, text } })),
  withdraw: ({ id, version }: At, text: string) =>
    data(api.POST('/api/v1/help-requests/{requestId}/withdraw', { params: of(id), body: { version, text } })),
  redirect: ({ id, version }: At, bodyId: string, text: string) =>
    data(api.POST('/api/v1/help-requests/{requestId}/redirect', { params: of(id), body: { version, bodyId, text } })),
  write: (id: string, text: string, internal: boolean, header: Header) =>
    data(api.POST('/api/v1/help-requests/{requestId}/entries', { params: { ...of(id), header }, body: { text, internal } })),
  attach: (id: string, file: File, key: string) => {
    const body = new FormData();
    body.append('file', file);
    return upload<{ id: string }>({ path: `/api/v1/help-requests/${id}/files`, body, idempotencyKey: key, onProgress: () => undefined });
  },
  draft: (id: string) => data(api.POST('/api/v1/help-requests/{requestId}/articles', { params: of(id) })),
  setRule: (organizationId: string, version: number, days: number) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/help-rule', { params: { path: { organizationId } }, body: { version, days } })),
  revise: ({ id, version }: At, article: Schemas['HelpArticleText']) =>
    data(api.PUT('/api/v1/help-articles/{articleId}', { params: ofArticle(id), body: { version, article } })),
  publish: ({ id, version }: At, harmless: string[]) =>
    data(api.POST('/api/v1/help-articles/{articleId}/publish', { params: ofArticle(id), body: { version, harmless } })),
  withdrawArticle: ({ id, version }: At, reason: string) =>
    data(api.POST('/api/v1/help-articles/{articleId}/withdraw', { params: ofArticle(id), body: { version, reason } })),
  rate: (articleId: string, helpful: boolean, instead: boolean) =>
    data(api.PUT('/api/v1/help-articles/{articleId}/vote', { params: ofArticle(articleId), body: { helpful, instead } })),
};
