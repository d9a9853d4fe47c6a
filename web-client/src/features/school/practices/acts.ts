import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { upload } from '@/shared/api/upload';
import type { PracticeMark, PracticeText } from './types';

type Schemas = components['schemas'];
type Key = Record<string, string>;

const at = (practiceId: string) => ({ path: { practiceId } });
const of = (organizationId: string) => ({ path: { organizationId } });

type Sending = { title: string; file: File; key: string; onProgress: (share: number) => void };

export const practiceActs = {
  draft: (organizationId: string, body: Schemas['DraftPracticeBody'], headers: Key) =>
    data(api.POST('/api/v1/organizations/{organizationId}/practices', { params: of(organizationId), body, headers })),
  revise: (id: string, version: number, text: PracticeText) =>
    data(api.PUT('/api/v1/practices/{practiceId}', { params: at(id), body: { ...text, version } })),
  answer: (id: string, named: boolean) =>
    data(api.PUT('/api/v1/practices/{practiceId}/authorship', { params: at(id), body: { named } })),
  attach: (id: string, { title, file, key, onProgress }: Sending) => {
    const body = new FormData();
    body.append('file', file);
    body.append('title', title);
    return upload<{ id: string }>({ path: `/api/v1/practices/${id}/materials`, body, idempotencyKey: key, onProgress });
  },
  detach: (id: string, materialId: string) =>
    data(api.DELETE('/api/v1/practices/{practiceId}/materials/{materialId}', { params: { path: { practiceId: id, materialId } } })),
  submit: (id: string, version: number) =>
    data(api.POST('/api/v1/practices/{practiceId}/submit', { params: at(id), body: { version } })),
  askReviewers: (id: string, version: number, personIds: string[]) =>
    data(api.POST('/api/v1/practices/{practiceId}/reviewers', { params: at(id), body: { version, personIds } })),
  review: (id: string, body: { marks: PracticeMark[]; recommended: boolean; comment: string }) =>
    data(api.PUT('/api/v1/practices/{practiceId}/review', { params: at(id), body })),
  decide: (id: string, version: number, selected: boolean, comment: string) =>
    data(api.POST('/api/v1/practices/{practiceId}/decide', { params: at(id), body: { version, selected, comment } })),
  publish: (id: string, version: number) =>
    data(api.POST('/api/v1/practices/{practiceId}/publish', { params: at(id), body: { version } })),
  withdraw: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/practices/{practiceId}/withdraw', { params: at(id), body: { version, reason } })),
  use: (id: string, body: Schemas['UsePracticeBody'], headers: Key) =>
    data(api.POST('/api/v1/practices/{practiceId}/uses', { params: at(id), body, headers })),
};
