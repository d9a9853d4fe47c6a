import { api, data } from '@/shared/api/client';
import type { PostText } from './api';

export const writePost = (organizationId: string, body: PostText) =>
  data(api.POST('/api/v1/organizations/{organizationId}/site/posts', { params: { path: { organizationId } }, body }));

export const revisePost = (id: string, version: number, text: PostText) =>
  data(api.PUT('/api/v1/site-posts/{postId}', { params: { path: { postId: id } }, body: { ...text, version } }));

export const publishPost = (id: string, version: number) =>
  data(api.POST('/api/v1/site-posts/{postId}/publish', { params: { path: { postId: id } }, body: { version } }));

export const withdrawPost = (id: string, version: number, reason: string) =>
  data(api.POST('/api/v1/site-posts/{postId}/withdraw', { params: { path: { postId: id } }, body: { version, reason } }));
