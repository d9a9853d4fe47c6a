import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Held = Schemas['ListAssignmentsItem'];
export type StaffAccount = Schemas['ListStaffAccountsItem'];
export type StorageUsage = Schemas['GetStorageUsageResult'];
export type Role = Schemas['Role'];
export type Delivery = Schemas['Delivery'];
export type IdentityDocument = 'Passport' | 'OtherDocument';
export type Invitation = Schemas['ListInvitationsItem'];
export type Invited = Schemas['InviteAccountResult'];
export type HandedOver = Schemas['HandOverInvitationResult'];
export type Proposal = Schemas['RoleProposal'];

const root = ['settings'] as const;

export const settings = {
  assignments: (organizationId: string) =>
    infiniteQueryOptions({
      queryKey: [...root, 'assignments', organizationId],
      staleTime: 15_000,
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/role-assignments', {
            params: { query: { organizationId, size: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  storage: (organizationId: string) =>
    queryOptions({
      queryKey: ['storage', 'usage', organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/storage', { params: { path: { organizationId } }, signal })),
    }),

  invitations: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'invitations', organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/invitations', {
          params: { path: { organizationId } },
          signal,
        }),
      ),
    }),

  proposals: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'proposals', organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/role-proposals', {
          params: { path: { organizationId } },
          signal,
        }),
      ),
    }),

  toConfirm: () =>
    queryOptions({
      queryKey: [...root, 'to-confirm'],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/role-proposals', { signal })),
    }),

  mine: () =>
    queryOptions({
      queryKey: [...root, 'mine'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/role-proposals', { signal })),
    }),

  accounts: (organizationId: string, search: string, position: string | undefined) =>
    queryOptions({
      queryKey: [...root, 'accounts', organizationId, search, position],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/accounts', {
            params: { path: { organizationId }, query: { ...(search ? { search } : {}), ...(position ? { position } : {}) } },
            signal,
          }),
        ),
    }),
};

/** Roles tick steps of the set-up and of the day too. */
export const refreshRoles = (client: QueryClient) =>
  Promise.all([root, ['setup'], ['today']].map((queryKey) => client.invalidateQueries({ queryKey })));

/** What the head and the curator do not read: these roles wait for the person's word and for a confirmation from outside. */
export const needsConfirmation = (role: Role) => role === 'Psychologist' || role === 'CouncilChair';

export const refreshInvitations = (client: QueryClient) => client.invalidateQueries({ queryKey: [...root, 'invitations'] });
