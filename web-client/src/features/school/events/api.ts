import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { EventsSearch } from './search';

type Schemas = components['schemas'];
export type PublicEvent = Schemas['ListPublicEventsItem'];
export type EventPlan = Schemas['PublicEventPlan'];

const root = ['events'] as const;
const of = (id: string, eventId: string) => ({ path: { organizationId: id, eventId } });

export const events = {
  all: root,
  list: (id: string, { q, status, kind }: EventsSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', id, { q, status, kind }],
      staleTime: 30_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(q ? { search: q } : {}), ...(status ? { status } : {}), ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
        return data(api.GET('/api/v1/organizations/{organizationId}/events', { params: { path: { organizationId: id }, query }, signal }));
      },
      getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
    }),
};

export const eventActs = {
  plan: (id: string, body: EventPlan, header: Record<string, string>) =>
    data(api.POST('/api/v1/organizations/{organizationId}/events', { params: { path: { organizationId: id }, header }, body })),
  revise: (id: string, event: PublicEvent, plan: EventPlan) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/events/{eventId}', {
        params: of(id, event.id),
        body: { version: event.version, plan },
      }),
    ),
  tell: (id: string, event: PublicEvent, lead: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/events/{eventId}/tell', {
        params: of(id, event.id),
        body: { version: event.version, lead },
      }),
    ),
  hold: (id: string, event: PublicEvent, report: Omit<Schemas['HoldPublicEventBody'], 'version'>) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/events/{eventId}/hold', {
        params: of(id, event.id),
        body: { version: event.version, ...report },
      }),
    ),
  cancel: (id: string, event: PublicEvent, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/events/{eventId}/cancel', {
        params: of(id, event.id),
        body: { version: event.version, reason },
      }),
    ),
};
