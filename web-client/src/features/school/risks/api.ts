import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Risk = Schemas['ListRisksItem'];
export type RiskPlan = Schemas['RiskPlan'];
export type Signal = Schemas['SignalView'];

const root = ['risks'] as const;
export const path = (organizationId: string) => ({ path: { organizationId } });

export const risks = {
  all: root,
  list: (id: string) =>
    queryOptions({
      queryKey: [...root, 'list', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/risks', { params: path(id), signal })),
    }),
  signals: (id: string) =>
    queryOptions({
      queryKey: [...root, 'signals', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/signals', { params: path(id), signal })),
    }),
  mySignals: () =>
    queryOptions({
      queryKey: [...root, 'my-signals'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/signals', { signal })),
    }),
};
