import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Setup = Schemas['GetSetupResult'];
export type Step = Schemas['GetSetupStep'];
export type StepCode = Schemas['SetupStep'];
export type StepState = Schemas['SetupState'];
export type Settings = Schemas['SaveSetupBody'];
export type Structure = Schemas['MentoringStructure'];
export type Incentive = Schemas['SetupIncentive'];
export type Provision = Schemas['ListProvisionsItem'];
export type ProvisionPlan = Schemas['ProvisionPlan'];
export type ProvisionStep = Schemas['ProvisionStep'];
type Header = Record<string, string>;

const root = ['setup'] as const;
const at = (organizationId: string) => ({ path: { organizationId } });
const atProvision = (provisionId: string) => ({ path: { provisionId } });

export const setup = {
  of: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/setup', { params: at(organizationId), signal })),
    }),

  provisions: (organizationId: string) =>
    queryOptions({
      queryKey: [...root, 'provisions', organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/setup/provisions', { params: at(organizationId), signal })),
    }),
};

export const refreshSetup = (client: QueryClient) => client.invalidateQueries({ queryKey: root });

export const setupActs = {
  save: (organizationId: string, body: Settings) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/setup', { params: at(organizationId), body })),

  review: (organizationId: string, body: Schemas['RecordReviewBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/setup/reviews', { params: { ...at(organizationId), header }, body })),

  add: (organizationId: string, body: ProvisionPlan, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/setup/provisions', { params: { ...at(organizationId), header }, body })),

  revise: (id: string, body: Schemas['ReviseProvisionBody']) =>
    data(api.PUT('/api/v1/provisions/{provisionId}', { params: atProvision(id), body })),

  move: (id: string, version: number, step: ProvisionStep) =>
    data(api.POST('/api/v1/provisions/{provisionId}/move', { params: atProvision(id), body: { version, step } })),
};
