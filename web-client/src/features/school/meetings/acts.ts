import { api, data } from '@/shared/api/client';
import { at } from './api';
import type { MeetingBody, SeriesBody } from './types';

type Key = Record<string, string>;

export const meetingActs = {
  plan: (programId: string, body: MeetingBody, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings', { params: { path: { programId } }, body, headers }),
    ),

  planSeries: (programId: string, body: SeriesBody, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/series', {
        params: { path: { programId } },
        body: { ...body, onWorkingDays: true },
        headers,
      }),
    ),

  cancelSeries: (programId: string, seriesId: string, reason: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/series/{seriesId}/cancel', {
        params: { path: { programId, seriesId } },
        body: { reason },
      }),
    ),

  confirm: (id: string, version: number) =>
    data(api.POST('/api/v1/meetings/{meetingId}/confirm', { params: at(id), body: { version } })),

  log: (programId: string, body: MeetingBody & { summary: string }, headers: Key) =>
    data(
      api.POST('/api/v1/programs/{programId}/meetings/log', {
        params: { path: { programId } },
        body,
        headers,
      }),
    ),

  move: (id: string, body: MeetingBody & { version: number }) =>
    data(api.PUT('/api/v1/meetings/{meetingId}', { params: at(id), body })),

  hold: (id: string, version: number, summary: string) =>
    data(api.POST('/api/v1/meetings/{meetingId}/hold', { params: at(id), body: { version, summary } })),

  cancel: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/meetings/{meetingId}/cancel', { params: at(id), body: { version, reason } })),

  miss: (id: string, version: number, reason: string) =>
    data(
      api.POST('/api/v1/meetings/{meetingId}/miss', {
        params: at(id),
        body: { version, ...(reason ? { reason } : {}) },
      }),
    ),

  writeNote: (id: string, text: string) =>
    data(api.PUT('/api/v1/meetings/{meetingId}/note', { params: at(id), body: { text } })),
};
