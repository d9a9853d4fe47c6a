import { api, data } from '@/shared/api/client';
import type { Consultation, Mark, OwnItem, Said, Tutor, TutorCard, Tutoring } from './api';

type Header = Record<string, string>;
type Pairs = { teacherId: string; tutorId: string }[];

const ofBody = (organizationId: string, { id: tutoringId }: Tutoring) => ({ params: { path: { organizationId, tutoringId } } });

export const tutorActs = {
  add: (organizationId: string, personId: string, card: TutorCard, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/tutors', { params: { path: { organizationId }, header }, body: { personId, card } })),
  revise: (organizationId: string, { id: tutorId, version }: Tutor, card: TutorCard) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/tutors/{tutorId}', { params: { path: { organizationId, tutorId } }, body: { version, card } })),
  endTutor: (organizationId: string, { id: tutorId, version }: Tutor, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/tutors/{tutorId}/end', { params: { path: { organizationId, tutorId } }, body: { version, reason } }),
    ),

  propose: (organizationId: string, pairs: Pairs, note: string | null, header: Header = {}) =>
    data(api.POST('/api/v1/organizations/{organizationId}/tutoring', { params: { path: { organizationId }, header }, body: { pairs, note } })),
  refuse: (organizationId: string, row: Tutoring, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/tutoring/{tutoringId}/refuse', {
        ...ofBody(organizationId, row),
        body: { version: row.version, reason },
      }),
    ),
  handOver: (organizationId: string, row: Tutoring, tutorId: string, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/tutoring/{tutoringId}/hand-over', {
        ...ofBody(organizationId, row),
        body: { version: row.version, tutorId, reason },
      }),
    ),
  end: (organizationId: string, row: Tutoring, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/tutoring/{tutoringId}/end', {
        ...ofBody(organizationId, row),
        body: { version: row.version, reason },
      }),
    ),

  ask: (body: { bodyId: string; organizationId: string; areas: string[]; note: string | null }, header: Header) =>
    data(api.POST('/api/v1/me/tutoring', { params: { header }, body })),
  answer: ({ id: tutoringId, version }: OwnItem, yes: boolean, reason: string) =>
    data(api.POST('/api/v1/me/tutoring/{tutoringId}/answer', { params: { path: { tutoringId } }, body: { version, yes, reason: reason || null } })),
  leave: ({ id: tutoringId, version }: OwnItem, reason: string) =>
    data(api.POST('/api/v1/me/tutoring/{tutoringId}/leave', { params: { path: { tutoringId } }, body: { version, reason: reason || null } })),

  comment: (tutoringId: string, text: string, header: Header) =>
    data(api.POST('/api/v1/tutoring/{tutoringId}/comment', { params: { path: { tutoringId }, header }, body: { text } })),
  mark: (tutoringId: string, body: { subject: Said['subject']; says: Mark; words: string | null }, header: Header) =>
    data(api.POST('/api/v1/tutoring/{tutoringId}/mark', { params: { path: { tutoringId }, header }, body })),
  plan: (
    tutoringId: string,
    body: { startsAt: string; durationMinutes: number; topic: string; place: string | null; link: string | null },
    header: Header,
  ) => data(api.POST('/api/v1/tutoring/{tutoringId}/consultations', { params: { path: { tutoringId }, header }, body })),
  record: (tutoringId: string, { id: consultationId, version }: Consultation, held: boolean, result: string) =>
    data(
      api.POST('/api/v1/tutoring/{tutoringId}/consultations/{consultationId}/record', {
        params: { path: { tutoringId, consultationId } },
        body: { version, held, result: result || null },
      }),
    ),
  cancel: (tutoringId: string, { id: consultationId, version }: Consultation, reason: string) =>
    data(
      api.POST('/api/v1/tutoring/{tutoringId}/consultations/{consultationId}/cancel', {
        params: { path: { tutoringId, consultationId } },
        body: { version, reason },
      }),
    ),
};
