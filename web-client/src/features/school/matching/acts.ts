import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { BOARD, matching } from './api';

type Schemas = components['schemas'];
const at = (organizationId: string) => ({ params: { path: { organizationId } } });
const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: matching.all() });
const refreshing = {
  onSettled: (_answer: unknown, _error: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => refresh(client),
};

export const matchingActs = {
  propose: (id: string) =>
    mutationOptions({ mutationFn: () => data(api.POST(`${BOARD}/runs`, at(id))), ...refreshing }),

  send: (id: string, header: Record<string, string>) =>
    mutationOptions({
      meta: { inline: true },
      mutationFn: (body: Schemas['SendMatchRequestsBody']) =>
        data(api.POST(`${BOARD}/requests`, { params: { path: { organizationId: id }, header }, body })),
      ...refreshing,
    }),

  veto: (id: string) =>
    mutationOptions({
      meta: { inline: true },
      mutationFn: (body: Schemas['SetMatchVetoBody']) => data(api.POST(`${BOARD}/vetoes`, { ...at(id), body })),
      ...refreshing,
    }),

  lift: (id: string) =>
    mutationOptions({
      mutationFn: (vetoId: string) => data(api.POST(`${BOARD}/vetoes/{vetoId}/lift`, { params: { path: { organizationId: id, vetoId } } })),
      ...refreshing,
    }),

  lock: (id: string) =>
    mutationOptions({
      mutationFn: ({ menteeId, mentorId }: { menteeId: string; mentorId: string }) =>
        data(api.PUT(`${BOARD}/mentees/{menteeId}/lock`, { params: { path: { organizationId: id, menteeId } }, body: { mentorId } })),
      ...refreshing,
    }),

  release: (id: string) =>
    mutationOptions({
      mutationFn: (menteeId: string) =>
        data(api.POST(`${BOARD}/mentees/{menteeId}/release`, { params: { path: { organizationId: id, menteeId } } })),
      ...refreshing,
    }),

  openGroup: (id: string, body: Schemas['OpenMatchGroupBody'], header: Record<string, string>) =>
    data(api.POST(`${BOARD}/groups`, { params: { path: { organizationId: id }, header }, body })),

  closeGroup: (id: string) =>
    mutationOptions({
      mutationFn: ({ groupId, version }: { groupId: string; version: number }) =>
        data(api.POST(`${BOARD}/groups/{groupId}/close`, { params: { path: { organizationId: id, groupId } }, body: { version } })),
      ...refreshing,
    }),

  close: (id: string) =>
    mutationOptions({
      meta: { inline: true },
      mutationFn: ({ requestId, ...body }: { requestId: string; version: number; reason: string | null }) =>
        data(api.POST(`${BOARD}/requests/{requestId}/close`, { params: { path: { organizationId: id, requestId } }, body })),
      ...refreshing,
    }),

  answer: () =>
    mutationOptions({
      meta: { inline: true },
      mutationFn: ({ id, ...body }: { id: string; version: number; yes: boolean; reason: string | null }) =>
        data(api.POST('/api/v1/me/match-requests/{requestId}/answer', { params: { path: { requestId: id } }, body })),
      ...refreshing,
    }),

  proposeRegion: (code: string) =>
    mutationOptions({
      mutationFn: () => data(api.POST('/api/v1/territories/{territoryCode}/matching/runs', { params: { path: { territoryCode: code } } })),
      ...refreshing,
    }),
};
