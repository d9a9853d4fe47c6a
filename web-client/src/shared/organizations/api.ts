import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, type Cursor } from '@/shared/api/pages';
import type { paths } from '@/shared/api/schema';

type Query = NonNullable<paths['/api/v1/organizations']['get']['parameters']['query']>;

/** Bodies of the external contour, by codes of the dictionary `organization-kind`: they support others and hold roles of their own. */
export const bodyKinds = ['Cnppm', 'Institute', 'UniversityCentre', 'University', 'MunicipalService', 'FederalOperator', 'Association'] as const;

export const isBody = (kind: string | undefined) => bodyKinds.some((one) => one === kind);

const root = ['organizations'] as const;

export const organizationsPage = (query: Omit<Query, 'cursor'>, cursor: Cursor, signal: AbortSignal) =>
  data(api.GET('/api/v1/organizations', { params: { query: { ...query, ...after(cursor) } }, signal }));

/** Organizations of the register as several areas read them. */
export const organizations = {
  all: () => root,

  /** Those whose names have these words; near another one, its neighbours come first. */
  like: (search: string, near?: string) =>
    queryOptions({
      queryKey: [...root, 'like', search, near],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        organizationsPage({ ...(search ? { search } : {}), ...(near ? { near, status: 'Open' } : {}) }, firstPage, signal),
      select: ({ items }) => items,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...root, 'detail', id],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}', { params: { path: { organizationId: id } }, signal })),
    }),
};
