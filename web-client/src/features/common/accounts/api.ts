import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type AccountRow = Schemas['ListAccountsItem'];
export type AccountRecord = Schemas['GetAccountResult'];
export type AccountState = Schemas['AccountState'];
export type AccountAct = Schemas['AccountAct'];
export type BlockReason = Schemas['BlockReason'];
export type Role = Schemas['Role'];

export const accountStates = ['Active', 'WithoutRole', 'NeverSignedIn', 'LockedOut', 'Blocked'] as const satisfies readonly AccountState[];
export const blockReasons = ['Suspicion', 'OwnRequest', 'Misuse', 'Other'] as const satisfies readonly BlockReason[];

/** Those that people hold; systems have no account. */
export const accountRoles = [
  'Head', 'Curator', 'CouncilChair', 'CouncilMember', 'Psychologist', 'UnionRepresentative', 'SiteEditor', 'Mentor', 'Mentee',
  'MunicipalCoordinator', 'RegionalCoordinator', 'RegionalAnalyst', 'FederalOperator', 'FederalAnalyst', 'SystemAdministrator',
  'CentreHead', 'Tutor', 'Methodologist', 'Expert',
] as const satisfies readonly Role[];

export type AccountSearch = {
  q?: string | undefined;
  state?: AccountState | undefined;
  role?: Role | undefined;
  organizationId?: string | undefined;
};

/** As they stand in the address, where anything may stand. */
export type AccountFilters = { q?: string | undefined; state?: string | undefined; role?: string | undefined; organizationId?: string | undefined };

/** What is no state and no role asks for nothing. */
export const asked = ({ q, state, role, organizationId }: AccountFilters): AccountSearch => ({
  q,
  organizationId,
  state: accountStates.find((one) => one === state),
  role: accountRoles.find((one) => one === role),
});

const root = ['accounts'] as const;

export const accounts = {
  list: ({ q, state, role, organizationId }: AccountSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', q, state, role, organizationId],
      staleTime: 15_000,
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        data(
          api.GET('/api/v1/accounts', {
            params: {
              query: {
                ...(q ? { search: q } : {}),
                ...(state ? { state } : {}),
                ...(role ? { role } : {}),
                ...(organizationId ? { organizationId } : {}),
                ...(pageParam ? { cursor: pageParam } : {}),
              },
            },
            signal,
          }),
        ),
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...root, 'detail', id],
      staleTime: 5_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/accounts/{accountId}', { params: { path: { accountId: id } }, signal })),
    }),
};

export const refreshAccounts = (client: QueryClient) => client.invalidateQueries({ queryKey: root });

const of = (id: string) => ({ params: { path: { accountId: id } } });

export const accountActs = {
  Unblock: (id: string) => data(api.POST('/api/v1/accounts/{accountId}/unblock', of(id))),
  EndSessions: (id: string) => data(api.POST('/api/v1/accounts/{accountId}/sessions/end', of(id))),
  SendPasswordLink: (id: string) => data(api.POST('/api/v1/accounts/{accountId}/password-link', of(id))),
  Unlock: (id: string) => data(api.POST('/api/v1/accounts/{accountId}/unlock', of(id))),
  ResetSecondFactor: (id: string) => data(api.POST('/api/v1/accounts/{accountId}/second-factor/reset', of(id))),
} satisfies Record<Exclude<AccountAct, 'Block'>, (id: string) => Promise<unknown>>;

export const blockAccount = (id: string, reason: BlockReason) => data(
  api.POST('/api/v1/accounts/{accountId}/block', {
    ...of(id),
    body: { reason },
  }),
);
