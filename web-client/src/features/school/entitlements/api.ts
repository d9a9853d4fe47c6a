import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, LARGEST_PAGE } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Entitlement = Schemas['ListEntitlementsItem'];
export type Terms = Schemas['EntitlementTerms'];
export type Kind = Schemas['ListEntitlementsItem']['kind'];
export type SourceLevel = Schemas['SourceLevel'];
export type PaidHow = NonNullable<Schemas['ListEntitlementsItem']['paid']>;

export const entitlements = {
  all: () => ['entitlements'] as const,

  /** One person has a handful. */
  of: (organizationId: string, personId: string) =>
    queryOptions({
      queryKey: [...entitlements.all(), organizationId, personId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        everyPage((cursor) =>
          data(
            api.GET('/api/v1/organizations/{organizationId}/entitlements', {
              params: { path: { organizationId }, query: { personId, size: LARGEST_PAGE, ...after(cursor) } },
              signal,
            }),
          ),
        ),
    }),
};

const at = (entitlementId: string) => ({ path: { entitlementId } });

export const entitlementActs = {
  grant: (organizationId: string, personId: string, terms: Terms) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/people/{personId}/entitlements', {
        params: { path: { organizationId, personId } },
        body: { terms },
      }),
    ),

  revise: (id: string, version: number, terms: Terms) =>
    data(api.PUT('/api/v1/entitlements/{entitlementId}', { params: at(id), body: { version, terms } })),

  end: (id: string, version: number, endsOn: string, reason: string) =>
    data(api.POST('/api/v1/entitlements/{entitlementId}/end', { params: at(id), body: { version, endsOn, reason } })),
};
