import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type MentorStatus = NonNullable<Schemas['MentorStatus']>;
export type MentorStep = Schemas['MentorStep'];
export type MenteeStatus = NonNullable<Schemas['MenteeStatus']>;
/** The contract calls an enum nullable everywhere once one use of it is. */
export const mentorStatusOf = (profile: { status: Schemas['MentorStatus'] }) => profile.status as MentorStatus;
export const menteeStatusOf = (profile: { status: Schemas['MenteeStatus'] }) => profile.status as MenteeStatus;
export type RequestStatus = NonNullable<Schemas['LearningRequestStatus']>;
export type Wish = Schemas['Wish'];
export type MentorItem = Schemas['ListMentorsItem'];
export type MenteeItem = Schemas['ListMenteesItem'];
export type MentorCard = Schemas['GetMentorProfileResult'];
export type MentorResult = Schemas['GetMentorProfileMentorResult'];
export type MenteeCard = Schemas['GetMenteeProfileResult'];
export type SelfStep = Schemas['GetMenteeProfileStep'];
export type LearningRequest = Schemas['ListLearningRequestsItem'];
export type RequestText = Schemas['LearningRequestText'];
export type WishItem = Schemas['ListWishesItem'];
export type Workplace = Schemas['ListWorkplacesItem'];

/** A person at a school. */
export type Place = { organizationId: string; personId: string };

export type MentorFilter = {
  search?: string | undefined;
  status?: MentorStatus | undefined;
  topic?: string | undefined;
  subject?: string | undefined;
  free?: boolean | undefined;
};

export type MenteeFilter = {
  search?: string | undefined;
  status?: MenteeStatus | undefined;
  category?: string | undefined;
  subject?: string | undefined;
  withProgram?: boolean | undefined;
};

/** Without what is not asked for. */
const asked = <T extends object>(filter: T) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const path = (place: Place) => ({ path: place });
const at = (id: string) => ({ path: { organizationId: id } });
const firstPage = undefined as string | undefined;

export const profiles = {
  all: () => ['profiles'] as const,

  mentors: (organizationId: string, filter: MentorFilter) =>
    infiniteQueryOptions({
      queryKey: [...profiles.all(), 'mentors', organizationId, filter],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/mentors', {
            params: { ...at(organizationId), query: { ...asked(filter), ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  mentees: (organizationId: string, filter: MenteeFilter) =>
    infiniteQueryOptions({
      queryKey: [...profiles.all(), 'mentees', organizationId, filter],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/mentees', {
            params: { ...at(organizationId), query: { ...asked(filter), ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  mentor: (place: Place) =>
    queryOptions({
      queryKey: [...profiles.all(), 'mentor', place],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile', { params: path(place), signal })),
    }),

  mentee: (place: Place) =>
    queryOptions({
      queryKey: [...profiles.all(), 'mentee', place],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/people/{personId}/mentee-profile', { params: path(place), signal })),
    }),

  wishes: (organizationId: string) =>
    queryOptions({
      queryKey: [...profiles.all(), 'wishes', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/wishes', { params: at(organizationId), signal })),
    }),

  /** The school's, or one person's. */
  requests: (organizationId: string, personId?: string) =>
    infiniteQueryOptions({
      queryKey: [...profiles.all(), 'requests', organizationId, personId],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/learning-requests', {
            params: {
              ...at(organizationId),
              query: { ...(personId ? { personId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
            },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
};

export const refreshProfiles = (client: QueryClient) => client.invalidateQueries({ queryKey: profiles.all() });
