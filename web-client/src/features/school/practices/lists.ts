import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import { council } from '@/shared/councils/api';
import { programs } from '@/shared/programs/api';
import { practices } from './api';
import type { PracticesSearch } from './search';

type Schemas = components['schemas'];

const root = practices.all;
const of = (organizationId: string) => ({ path: { organizationId } });

export const practiceLists = {
  list: (organizationId: string, { view, q, area, topic, status }: PracticesSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', organizationId, { view, q, area, topic, status }],
      staleTime: 30_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) => {
        const query = {
          ...(view ? { view } : {}),
          ...(q ? { search: q } : {}),
          ...(area ? { area } : {}),
          ...(topic ? { topic } : {}),
          ...(status ? { status } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        };
        return data(api.GET('/api/v1/organizations/{organizationId}/practices', { params: { ...of(organizationId), query }, signal }));
      },
      getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
    }),

  /** The programs in which it is used, as far as the reader reads them. */
  uses: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'uses', id],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/practices/{practiceId}/uses', { params: { path: { practiceId: id }, query: after(pageParam) }, signal })),
      getNextPageParam: nextPage,
    }),

  ofProgram: (programId: string) =>
    queryOptions({
      queryKey: [...root, 'of-program', programId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/practices', { params: { path: { programId } }, signal })),
    }),

  /** Who can be asked for a review. */
  council: (organizationId: string) => ({
    ...council(organizationId),
    select: ({ seats }: Schemas['GetCouncilResult']) => seats.filter(({ status }) => status === 'Held'),
  }),

  /** Programs that are not over; those of one person, or of the whole school for its curator. */
  programs: (organizationId: string, person: string | undefined) =>
    programs.every({
      organizationId,
      status: ['Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused'],
      ...(person ? { person } : {}),
    }),
};
