import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import { allPrograms as everyProgram, programs as shared, programsPage } from '@/shared/programs/api';
import { parseSort, type Sort } from '@/shared/ui/data-table/column';
import type { ProgramStatus } from './types';

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

export const programs = {
  ...shared,

  list: (filter: ProgramFilter) =>
    infiniteQueryOptions({
      queryKey: [...programs.all(), 'list', filter],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => programsPage(query(filter), pageParam, signal),
      getNextPageParam: nextPage,
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

  audit: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...programs.all(), 'audit', id],
      staleTime: 15_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/programs/{programId}/audit', {
            params: { path: { programId: id }, query: after(pageParam) },
            signal,
          }),
        ),
      getNextPageParam: nextPage,
    }),
};

/** Every program of the filter, page after page: for a file, not for the screen. */
export const allPrograms = (filter: ProgramFilter) => everyProgram(query(filter));

/** After any act on a program: its page, the lists and the agenda are read anew. */
export const refreshPrograms = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: programs.all() }),
    client.invalidateQueries({ queryKey: ['today'] }),
  ]);
