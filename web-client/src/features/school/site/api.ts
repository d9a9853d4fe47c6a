import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type PostItem = components['schemas']['ListSitePostsItem'];
export type Post = components['schemas']['GetSitePostResult'];
export type PostText = components['schemas']['WriteSitePostBody'];
export type Category = PostItem['category'];
export type PostStatus = PostItem['status'];

export const categories = ['News', 'Event', 'Method', 'Legal'] as const satisfies readonly Category[];
export const statuses = ['Draft', 'Published', 'Withdrawn'] as const satisfies readonly PostStatus[];

export const publicPage = (organizationId: string, post = '') => `/site/${organizationId}${post && `/${post}`}`;

type Filter = { status?: PostStatus | undefined; category?: Category | undefined };

export const site = {
  all: () => ['site'] as const,

  posts: (organizationId: string, { status, category }: Filter) =>
    infiniteQueryOptions({
      queryKey: [...site.all(), 'posts', organizationId, { status, category }],
      staleTime: 10_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(status ? { status } : {}), ...(category ? { category } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
        return data(api.GET('/api/v1/organizations/{organizationId}/site/posts', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  post: (id: string) =>
    queryOptions({
      queryKey: [...site.all(), 'post', id],
      staleTime: 10_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/site-posts/{postId}', { params: { path: { postId: id } }, signal })),
    }),

  /** Whom a post may mention. */
  people: (organizationId: string) =>
    queryOptions({
      queryKey: [...site.all(), 'people', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/site/people', { params: { path: { organizationId } }, signal })),
    }),

  ownReleases: () =>
    queryOptions({
      queryKey: [...site.all(), 'own-releases'],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/site-releases', { signal })),
    }),

  setOwnRelease: () =>
    mutationOptions({
      mutationKey: [...site.all(), 'set-own-release'],
      mutationFn: ({ organizationId, released }: { organizationId: string; released: boolean }) =>
        data(api.PUT('/api/v1/me/site-releases/{organizationId}', { params: { path: { organizationId } }, body: { released } })),
    }),
};
