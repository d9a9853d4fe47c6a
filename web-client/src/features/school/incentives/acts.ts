import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
const of = (organizationId: string) => ({ path: { organizationId } });
const at = (incentiveId: string) => ({ path: { incentiveId } });

export const incentiveActs = {
  propose: (organizationId: string, body: Schemas['ProposeIncentiveBody'], headers: Record<string, string>) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/incentives', {
        params: of(organizationId),
        body,
        headers,
      }),
    ),
  decide: (id: string, body: Schemas['DecideIncentiveAsCouncilBody']) =>
    data(api.POST('/api/v1/council/incentives/{incentiveId}/decide-as-council', { params: at(id), body })),
  grant: (id: string, body: Schemas['DecideIncentiveAsHeadBody']) =>
    data(api.POST('/api/v1/council/incentives/{incentiveId}/decide-as-head', { params: at(id), body })),
  withdraw: (id: string, version: number) =>
    data(api.POST('/api/v1/council/incentives/{incentiveId}/withdraw', { params: at(id), body: { version } })),
};
