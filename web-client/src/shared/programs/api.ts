import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, LARGEST_PAGE, type Cursor } from '@/shared/api/pages';
import type { components, paths } from '@/shared/api/schema';

export type ProgramItem = components['schemas']['ListProgramsItem'];
type Query = NonNullable<paths['/api/v1/programs']['get']['parameters']['query']>;
export type ProgramQuery = Omit<Query, 'cursor' | 'size'>;

const root = ['programs'] as const;

export const programsPage = (query: Omit<Query, 'cursor'>, cursor: Cursor, signal?: AbortSignal) =>
  data(api.GET('/api/v1/programs', { params: { query: { ...query, ...after(cursor) } }, ...(signal ? { signal } : {}) }));

export const allPrograms = (query: ProgramQuery, signal?: AbortSignal): Promise<ProgramItem[]> =>
  everyPage((cursor) => programsPage({ ...query, size: LARGEST_PAGE }, cursor, signal));

/** Programs as several areas read them. An act on one makes all of these be read anew. */
export const programs = {
  all: () => root,

  /** Every program of a question, for a choice among them. */
  every: (query: ProgramQuery) =>
    queryOptions({
      queryKey: [...root, 'every', query],
      staleTime: 15_000,
      queryFn: ({ signal }) => allPrograms(query, signal),
    }),

  /** How many programs of the organization are in each state. */
  counts: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'counts', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/counts', { params: { query: { organizationId } }, signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...root, 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}', { params: { path: { programId: id } }, signal })),
    }),
};
