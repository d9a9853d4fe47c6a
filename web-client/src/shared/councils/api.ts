import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, type Cursor } from '@/shared/api/pages';
import type { paths } from '@/shared/api/schema';

/** What all pages of the council, in whichever feature they stand, read anew together. */
export const councilKey = ['councils'] as const;

/** The council of an organization and its seats. */
export const council = (organizationId: string) =>
  queryOptions({
    queryKey: [...councilKey, 'council', organizationId],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/organizations/{organizationId}/council', { params: { path: { organizationId } }, signal })),
  });

export type DecisionsQuery = NonNullable<paths['/api/v1/organizations/{organizationId}/council/decisions']['get']['parameters']['query']>;

/** One page of the council's decisions. */
export const decisionsPage = (organizationId: string, query: Omit<DecisionsQuery, 'cursor'>, cursor: Cursor, signal: AbortSignal) =>
  data(
    api.GET('/api/v1/organizations/{organizationId}/council/decisions', {
      params: { path: { organizationId }, query: { ...query, ...after(cursor) } },
      signal,
    }),
  );
