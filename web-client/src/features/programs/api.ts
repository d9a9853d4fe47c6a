import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { parseSort, type Sort } from '@/shared/ui/data-table/column';
import type { ProgramItem, ProgramStatus } from './types';

export type ProgramFilter = {
  organizationId: string;
  status?: ProgramStatus | undefined;
  search?: string | undefined;
  purpose?: string | undefined;
  person?: string | undefined;
  sort?: Sort;
};

/** Column of the table → the API's name of the order. */
const orders = { title: 'Title', status: 'Status', startsOn: 'StartsOn', updatedAt: 'UpdatedAt' } as const;
const isOrder = (id: string | undefined): id is keyof typeof orders => id !== undefined && id in orders;

function query({ organizationId, status, search, purpose, person, sort }: ProgramFilter) {
  const [order] = parseSort(sort);
  const by = order?.id;
  return {
    organizationId,
    ...(status ? { status: [status] } : {}),
    ...(search ? { search } : {}),
    ...(purpose ? { purpose } : {}),
    ...(person ? { person } : {}),
    ...(isOrder(by)
      ? { sort: orders[by], direction: order?.desc ? ('Desc' as const) : ('Asc' as const) }
      : {}),
  };
}

const LARGEST_PAGE = 200;

export const programs = {
  all: () => ['programs'] as const,

  list: (filter: ProgramFilter) =>
    infiniteQueryOptions({
      queryKey: [...programs.all(), 'list', filter],
      staleTime: 30_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/programs', {
            params: { query: { ...query(filter), ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  /** How many programs of the organization are in each state. */
  counts: (organizationId: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'counts', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/programs/counts', { params: { query: { organizationId } }, signal })),
    }),

  /** How many programs of a state serve which direction of methodical work. */
  purposes: (organizationId: string, status?: ProgramStatus) =>
    queryOptions({
      queryKey: [...programs.all(), 'purposes', organizationId, status],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/programs/counts/purposes', {
            params: { query: { organizationId, ...(status ? { status: [status] } : {}) } },
            signal,
          }),
        ),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{id}', { params: { path: { id } }, signal })),
    }),

  audit: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...programs.all(), 'audit', id],
      staleTime: 15_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/programs/{programId}/audit', {
            params: { path: { programId: id }, query: pageParam ? { cursor: pageParam } : {} },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  /** Staff of the organization whose names have these words. */
  staff: (organizationId: string, search: string) =>
    queryOptions({
      queryKey: [...programs.all(), 'staff', organizationId, search],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{id}/people', {
            params: {
              path: { id: organizationId },
              query: { size: 20, ...(search ? { search } : {}) },
            },
            signal,
          }),
        ),
    }),
};

/** Every program of the filter, page after page: for a file, not for the screen. */
export async function allPrograms(filter: ProgramFilter) {
  const items: ProgramItem[] = [];
  let cursor: string | undefined;
  do {
    const part = { ...query(filter), size: LARGEST_PAGE, ...(cursor ? { cursor } : {}) };
    const page = await data(api.GET('/api/v1/programs', { params: { query: part } }));
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}

/** After any act on a program: its page, the lists and the agenda are read anew. */
export const refreshPrograms = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: programs.all() }),
    client.invalidateQueries({ queryKey: ['today'] }),
  ]);
