import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { NewCase } from './types';

type Key = Record<string, string>;
const at = (id: string) => ({ path: { id } });

export const cases = {
  all: () => ['arbitration'] as const,

  list: () =>
    queryOptions({
      queryKey: [...cases.all(), 'list'],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases', { signal })),
    }),

  /** Where the reader works and can turn to a council. */
  places: () =>
    queryOptions({
      queryKey: [...cases.all(), 'places'],
      staleTime: 5 * 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/places', { signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...cases.all(), 'detail', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/{id}', { params: at(id), signal })),
    }),

  /** Who can hear the case; only its leader asks. */
  arbiters: (id: string) =>
    queryOptions({
      queryKey: [...cases.all(), 'arbiters', id],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/cases/{id}/arbiters', { params: at(id), signal })),
    }),
};

export const refreshCases = (client: QueryClient) => client.invalidateQueries({ queryKey: cases.all() });

export const caseActs = {
  open: (body: NewCase, headers: Key) => data(api.POST('/api/v1/cases', { body, headers })),
  assign: (id: string, version: number, personIds: string[]) =>
    data(api.PUT('/api/v1/cases/{id}/arbiters', { params: at(id), body: { version, personIds } })),
  decline: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{id}/decline', { params: at(id), body: { version, reason } })),
  hear: (id: string, version: number, note: string) =>
    data(api.POST('/api/v1/cases/{id}/hearing', { params: at(id), body: { version, note } })),
  settle: (id: string, version: number, agreement: string) =>
    data(api.POST('/api/v1/cases/{id}/settlement', { params: at(id), body: { version, agreement } })),
  decide: (id: string, version: number, decision: string, measures: string) =>
    data(
      api.POST('/api/v1/cases/{id}/decision', {
        params: at(id),
        body: { version, decision, ...(measures ? { measures } : {}) },
      }),
    ),
  appeal: (id: string, version: number, grounds: string) =>
    data(api.POST('/api/v1/cases/{id}/appeal', { params: at(id), body: { version, grounds } })),
  withdraw: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/cases/{id}/withdrawal', { params: at(id), body: { version, reason } })),
  say: (id: string, text: string, headers: Key) =>
    data(api.POST('/api/v1/cases/{id}/entries', { params: at(id), body: { text }, headers })),
};
