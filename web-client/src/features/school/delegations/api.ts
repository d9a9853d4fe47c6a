import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components as contract } from '@/shared/api/schema';

type Schemas = contract['schemas'];
export type Delegation = Schemas['ListDelegationsItem'];
export type Component = Schemas['Component'];
export type Step = Schemas['DelegationStep'];
export type Status = Schemas['DelegationStatus'];
export type Proposal = Schemas['ProposeDelegationBody'];

export const components: readonly Component[] = [
  'CuratorDuties',
  'Mentor',
  'Psychologist',
  'CouncilMatching',
  'CouncilReview',
  'MethodicalHelp',
  'Monitoring',
  'DocumentPreparation',
  'Events',
  'SiteSection',
];

const refreshing = {
  onSettled: (_answer: unknown, _error: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) =>
    client.invalidateQueries({ queryKey: delegations.all() }),
};

export const delegations = {
  all: () => ['delegations'] as const,

  list: (id: string) =>
    queryOptions({
      queryKey: [...delegations.all(), 'list', id],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/delegations', { params: { path: { organizationId: id } }, signal })),
    }),
};

export const delegationActs = {
  propose: (id: string, body: Proposal, header: Record<string, string>) =>
    data(api.POST('/api/v1/organizations/{organizationId}/delegations', { params: { path: { organizationId: id }, header }, body })),

  take: () =>
    mutationOptions({
      meta: { inline: true },
      mutationFn: ({ id, step, ...body }: { id: string; step: Step; version: number; reason: string | null }) => {
        const sent = { params: { path: { delegationId: id } }, body };
        const steps: Record<Step, () => Promise<unknown>> = {
          Accept: () => data(api.POST('/api/v1/delegations/{delegationId}/accept', sent)),
          Decline: () => data(api.POST('/api/v1/delegations/{delegationId}/decline', sent)),
          Withdraw: () => data(api.POST('/api/v1/delegations/{delegationId}/withdraw', sent)),
          End: () => data(api.POST('/api/v1/delegations/{delegationId}/end', sent)),
          // The day itself begins it.
          Begin: () => Promise.resolve(),
        };
        return steps[step]();
      },
      ...refreshing,
    }),
};
