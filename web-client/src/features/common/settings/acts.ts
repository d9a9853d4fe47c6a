import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Delivery, IdentityDocument, Proposal } from './api';

type Schemas = components['schemas'];
type Header = Record<string, string>;

export const roleActs = {
  invite: (personId: string, email: string, organizationId: string, delivery: Delivery) =>
    data(api.POST('/api/v1/accounts', { body: { personId, email, organizationId, delivery } })),

  grant: (body: Schemas['GrantRoleCommand'], header: Header) => data(api.POST('/api/v1/role-assignments', { params: { header }, body })),

  answer: ({ id, version }: Proposal, accepted: boolean) =>
    data(api.POST('/api/v1/role-proposals/{proposalId}/answer', { params: { path: { proposalId: id } }, body: { version, accepted } })),

  decide: ({ id, version }: Proposal, confirmed: boolean, reason: string) =>
    data(
      api.POST('/api/v1/role-proposals/{proposalId}/decide', {
        params: { path: { proposalId: id } },
        body: { version, confirmed, ...(reason ? { reason } : {}) },
      }),
    ),

  withdraw: ({ id, version }: Proposal, reason: string) =>
    data(
      api.POST('/api/v1/role-proposals/{proposalId}/withdraw', {
        params: { path: { proposalId: id } },
        body: { version, ...(reason ? { reason } : {}) },
      }),
    ),

  end: (id: string) => data(api.POST('/api/v1/role-assignments/{assignmentId}/end', { params: { path: { assignmentId: id } }, body: {} })),
};

export const invitationActs = {
  renew: (accountId: string, organizationId: string, delivery: Delivery) =>
    data(api.POST('/api/v1/accounts/{accountId}/invitations', { params: { path: { accountId } }, body: { organizationId, delivery } })),

  withdraw: (id: string) => data(api.POST('/api/v1/invitations/{invitationId}/withdraw', { params: { path: { invitationId: id } } })),

  /** As the second official, after seeing the person's document. */
  handOver: (id: string, document: IdentityDocument) =>
    data(api.POST('/api/v1/invitations/{invitationId}/hand-over', { params: { path: { invitationId: id } }, body: { document } })),
};
