import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, firstPage, LARGEST_PAGE, nextPage, type Cursor } from '@/shared/api/pages';
import type { components, paths } from '@/shared/api/schema';
import type { TutoringSearch, TutorsSearch } from './search';

type Schemas = components['schemas'];
export type Tutor = Schemas['TutorItem'];
export type TutorCard = Schemas['TutorCard'];
export type Board = Schemas['GetTutorBoardResult'];
export type Tutoring = Schemas['ListTutoringItem'];
export type Plan = Schemas['PlanTutorsResult'];
export type Pair = Schemas['PlanTutorsPair'];
export type Own = Schemas['GetOwnTutoringResult'];
export type OwnItem = Schemas['GetOwnTutoringItem'];
export type Tutee = Schemas['ListTuteesItem'];
export type One = Schemas['GetTutoringResult'];
export type Said = Schemas['TutoringSaid'];
export type Mark = Schemas['TutoringMark'];
export type Difference = Schemas['ListTutoringDifferencesItem'];
export type WeekItem = Schemas['ListConsultationsItem'];
export type Consultation = Schemas['GetTutoringConsultation'];

const root = ['tutors'] as const;

const tutorsQuery = ({ q, zone, sector, show }: TutorsSearch) => ({
  ...(q ? { search: q } : {}),
  ...(zone ? { zone } : {}),
  ...(sector ? { sector } : {}),
  ...(show ? { [show]: true as const } : {}),
});

type TutorsQuery = NonNullable<paths['/api/v1/organizations/{organizationId}/tutors']['get']['parameters']['query']>;

const tutorsPage = (organizationId: string, query: Omit<TutorsQuery, 'cursor'>, cursor: Cursor, signal: AbortSignal) =>
  data(
    api.GET('/api/v1/organizations/{organizationId}/tutors', { params: { path: { organizationId }, query: { ...query, ...after(cursor) } }, signal }),
  );

export const tutors = {
  all: root,

  board: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'board', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/tutor-board', { params: { path: { organizationId } }, signal })),
    }),

  list: (organizationId: string, search: TutorsSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', organizationId, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => tutorsPage(organizationId, tutorsQuery(search), pageParam, signal),
      getNextPageParam: nextPage,
    }),

  file: (organizationId: string, search: TutorsSearch) => {
    const query = Object.entries(tutorsQuery(search)).map(([name, value]) => [name, String(value)]);
    return `/api/v1/organizations/${organizationId}/tutors.csv?${new URLSearchParams(query)}`;
  },

  /** Who can be entered into the registry. */
  staff: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'staff', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/tutor-staff', { params: { path: { organizationId } }, signal })),
    }),

  /** Who has a free place, to choose among. */
  free: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'free', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => everyPage((cursor) => tutorsPage(organizationId, { free: true, size: LARGEST_PAGE }, cursor, signal)),
    }),

  /** Who has no tutor, to choose among: thousands, so those whose name has these words come page by page. */
  tutorable: (organizationId: string, search: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'tutorable', organizationId, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(search ? { search } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/tutorable', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  tutoring: (organizationId: string, { q, status, show }: TutoringSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'tutoring', organizationId, q, status, show],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(q ? { search: q } : {}), ...(status ? { status } : {}), ...(show ? { overdue: true } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/tutoring', { params: { path: { organizationId }, query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  plan: (organizationId: string, asked: boolean) =>
    queryOptions({
      queryKey: [...root, 'plan', organizationId, asked],
      staleTime: 0,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/tutor-plan', { params: { path: { organizationId }, query: { asked } }, signal })),
    }),

  own: () =>
    queryOptions({
      queryKey: [...root, 'own'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/tutoring', { signal })),
    }),

  tutees: (q: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...root, 'tutees', q],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(api.GET('/api/v1/me/tutees', { params: { query: { ...(q ? { search: q } : {}), ...after(pageParam) } }, signal })),
      getNextPageParam: nextPage,
    }),

  /** The consultations of a tutor in the seven days from a day on. */
  week: (from: string) =>
    queryOptions({
      queryKey: [...root, 'week', from],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/consultations', { params: { query: { from } }, signal })),
    }),

  /** What is to be settled with the other side: of a school's teachers, or of the tutor's own. */
  differences: (organizationId: string | undefined) =>
    infiniteQueryOptions({
      queryKey: [...root, 'differences', organizationId],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(organizationId ? { organizationId } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/tutoring-differences', { params: { query }, signal }));
      },
      getNextPageParam: nextPage,
    }),

  one: (tutoringId: string) =>
    queryOptions({
      queryKey: [...root, 'one', tutoringId],
      staleTime: 10_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/tutoring/{tutoringId}', { params: { path: { tutoringId } }, signal })),
    }),
};
