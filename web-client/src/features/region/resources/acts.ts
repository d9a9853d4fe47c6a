import { api, data } from '@/shared/api/client';
import type { Resource, ResourceCard, ResourceRun, RunDays } from './api';

type Header = Record<string, string>;

const of = ({ id: resourceId, bodyId: organizationId }: Resource) => ({ organizationId, resourceId });

export const resourceActs = {
  add: (organizationId: string, card: ResourceCard, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/resources', { params: { path: { organizationId }, header }, body: { card } })),
  revise: (resource: Resource, card: ResourceCard) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/resources/{resourceId}', {
        params: { path: of(resource) },
        body: { version: resource.version, card },
      }),
    ),
  withdraw: (resource: Resource) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/resources/{resourceId}/withdraw', {
        params: { path: of(resource) },
        body: { version: resource.version },
      }),
    ),
  offer: (resource: Resource) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/resources/{resourceId}/offer', {
        params: { path: of(resource) },
        body: { version: resource.version },
      }),
    ),
  openRun: (resource: Resource, days: RunDays, header: Header) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/resources/{resourceId}/runs', {
        params: { path: of(resource), header },
        body: { days },
      }),
    ),
  reviseRun: (resource: Resource, { id: runId, version }: ResourceRun, days: RunDays) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/resources/{resourceId}/runs/{runId}', {
        params: { path: { ...of(resource), runId } },
        body: { version, days },
      }),
    ),
  callOff: (resource: Resource, { id: runId, version }: ResourceRun, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/resources/{resourceId}/runs/{runId}/call-off', {
        params: { path: { ...of(resource), runId } },
        body: { version, reason },
      }),
    ),
  take: (resourceId: string, runId: string) =>
    data(api.POST('/api/v1/resources/{resourceId}/runs/{runId}/take', { params: { path: { resourceId, runId } } })),
  giveUp: (resourceId: string, runId: string) =>
    data(api.POST('/api/v1/resources/{resourceId}/runs/{runId}/give-up', { params: { path: { resourceId, runId } } })),
};
