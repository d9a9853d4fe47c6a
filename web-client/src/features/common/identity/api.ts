import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';

export type NewSession = components['schemas']['SignInCommand'];
export type ChangedPassword = components['schemas']['ChangePasswordCommand'];
export type DemoAccount = components['schemas']['DemoAccount'];
export type OpenSession = components['schemas']['ListMySessionsItem'];
export type TotpSecret = components['schemas']['StartTotpResult'];

export const identity = {
  demoAccounts: () =>
    queryOptions({
      queryKey: ['identity', 'demo-accounts'],
      staleTime: Infinity,
      queryFn: async ({ signal }) => {
        try {
          return await data(api.GET('/api/v1/demo-accounts', { signal }));
        } catch (error) {
          // The server has no demo mode: there is nothing to offer.
          if (error instanceof ApiError && error.status === 404) return [];
          throw error;
        }
      },
    }),

  signIn: () =>
    mutationOptions({
      mutationKey: ['identity', 'sign-in'],
      meta: { inline: true },
      mutationFn: (body: NewSession) => data(api.POST('/api/v1/session', { body })),
    }),

  /** For what the server takes as a signature. */
  prove: () =>
    mutationOptions({
      mutationKey: ['identity', 'prove'],
      meta: { inline: true },
      mutationFn: (body: { password: string; code?: string }) => data(api.POST('/api/v1/session/confirm', { body })),
    }),

  forgotPassword: (email: string) => data(api.POST('/api/v1/accounts/password/recover', { body: { email } })),

  setPassword: (token: string) =>
    mutationOptions({
      mutationKey: ['identity', 'set-password'],
      meta: { inline: true },
      mutationFn: (body: { password: string; code?: string }) => data(api.POST('/api/v1/accounts/password', { body: { token, ...body } })),
    }),

  changePassword: () =>
    mutationOptions({
      mutationKey: ['identity', 'change-password'],
      meta: { inline: true },
      mutationFn: (body: ChangedPassword) => data(api.PUT('/api/v1/me/password', { body })),
    }),

  sessions: () =>
    queryOptions({
      queryKey: ['identity', 'sessions'],
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/sessions', { signal })),
    }),

  endSession: () =>
    mutationOptions({
      mutationKey: ['identity', 'end-session'],
      meta: { inline: true },
      mutationFn: (id: string) => data(api.DELETE('/api/v1/me/sessions/{sessionId}', { params: { path: { sessionId: id } } })),
    }),

  endOtherSessions: () =>
    mutationOptions({
      mutationKey: ['identity', 'end-other-sessions'],
      meta: { inline: true },
      mutationFn: () => data(api.DELETE('/api/v1/me/sessions', { params: { query: { keepThis: true } } })),
    }),

  /** Makes a new secret; it counts once `confirmTotp` has proved that an application holds it. */
  startTotp: () =>
    mutationOptions({
      mutationKey: ['identity', 'start-totp'],
      meta: { inline: true },
      mutationFn: () => data(api.POST('/api/v1/me/totp', {})),
    }),

  confirmTotp: () =>
    mutationOptions({
      mutationKey: ['identity', 'confirm-totp'],
      meta: { inline: true },
      mutationFn: (code: string) => data(api.PUT('/api/v1/me/totp', { body: { code } })),
    }),

  disableTotp: () =>
    mutationOptions({
      mutationKey: ['identity', 'disable-totp'],
      meta: { inline: true },
      mutationFn: (code: string) => data(api.DELETE('/api/v1/me/totp', { params: { query: { code } } })),
    }),
};
