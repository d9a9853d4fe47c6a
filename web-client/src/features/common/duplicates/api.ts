import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';

export type Pair = components['schemas']['ListDuplicatesItem'];
export type Side = components['schemas']['ListDuplicatesSide'];
export type Post = components['schemas']['ListDuplicatesPost'];
export type Preview = components['schemas']['PreviewMergeResult'];
export type History = components['schemas']['PreviewMergeHistory'];
export type Merge = components['schemas']['ListPersonMergesItem'];

/** Of which pairs: at one organization, of one person, or of everybody in reach. */
export type Where = { organizationId?: string | undefined; personId?: string | undefined };

export const duplicates = {
  all: () => ['duplicates'] as const,
  previews: () => [...duplicates.all(), 'preview'] as const,

  list: ({ organizationId, personId }: Where) =>
    infiniteQueryOptions({
      queryKey: [...duplicates.all(), 'pairs', { organizationId, personId }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(organizationId ? { organizationId } : {}), ...(personId ? { personId } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/people/duplicates', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  preview: (id: string, absorbedId: string) =>
    queryOptions({
      queryKey: [...duplicates.previews(), id, absorbedId],
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/people/{personId}/merge', { params: { path: { personId: id }, query: { absorbedId } }, signal })),
    }),

  merges: (organizationId: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...duplicates.all(), 'merges', { organizationId }],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(organizationId ? { organizationId } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/people/merges', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),
};

export const merge = ({ survivor, absorbed }: Preview, reason: string, header: Record<string, string>) =>
  data(
    api.POST('/api/v1/people/{personId}/merge', {
      params: { path: { personId: survivor.personId }, header },
      body: {
        version: survivor.version,
        absorbedId: absorbed.personId,
        absorbedVersion: absorbed.version,
        reason: reason.trim() || null,
      },
    }),
  );

export const undoMerge = ({ id, version }: Merge) =>
  data(api.POST('/api/v1/people/merges/{mergeId}/undo', { params: { path: { mergeId: id } }, body: { version } }));
