import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Notification = components['schemas']['ListNotificationsItem'];
export type Topic = Notification['topic'];
export type Settings = components['schemas']['GetNotificationSettingsResult'];
export type NewSettings = components['schemas']['SetNotificationSettingsCommand'];
export type Filter = { unread?: boolean | undefined; topic?: Topic | undefined };

export const topics = [
  'Consents',
  'Approvals',
  'Programs',
  'Meetings',
  'Matching',
  'Council',
  'Cases',
  'Acts',
  'Census',
  'Profiles',
  'Climate',
  'Risks',
  'Delegations',
  'Site',
  'Roles',
  'Imports',
] as const satisfies readonly Topic[];

/** How often an open window looks for news. */
const LOOK_EVERY = 30_000;

export const notifications = {
  all: () => ['notifications'] as const,

  unread: () =>
    queryOptions({
      queryKey: [...notifications.all(), 'unread'],
      staleTime: LOOK_EVERY / 2,
      refetchInterval: LOOK_EVERY,
      queryFn: async ({ signal }) => (await data(api.GET('/api/v1/me/notifications/unread', { signal }))).unread,
    }),

  list: ({ unread, topic }: Filter) =>
    infiniteQueryOptions({
      queryKey: [...notifications.all(), 'list', { unread, topic }],
      staleTime: 10_000,
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...(unread ? { unread } : {}), ...(topic ? { topic } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
        return data(api.GET('/api/v1/me/notifications', { params: { query }, signal }));
      },
      getNextPageParam: ({ next }) => next ?? undefined,
    }),

  mark: () =>
    mutationOptions({
      mutationKey: [...notifications.all(), 'mark'],
      mutationFn: ({ id, read }: { id: string; read: boolean }) =>
        data(api.PUT('/api/v1/me/notifications/{notificationId}/read', { params: { path: { notificationId: id } }, body: { read } })),
    }),

  markAll: () =>
    mutationOptions({
      mutationKey: [...notifications.all(), 'mark-all'],
      mutationFn: (until: string) => data(api.POST('/api/v1/me/notifications/read-all', { body: { until } })),
    }),

  settings: () =>
    queryOptions({
      queryKey: [...notifications.all(), 'settings'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/notification-settings', { signal })),
    }),

  saveSettings: () =>
    mutationOptions({
      mutationKey: [...notifications.all(), 'save-settings'],
      meta: { inline: true },
      mutationFn: (body: NewSettings) => data(api.PUT('/api/v1/me/notification-settings', { body })),
    }),
};
