import { api, data } from '@/shared/api/client';
import { upload } from '@/shared/api/upload';
import type { Import, Matching, NewPerson, Target } from './api';

export type Sending = {
  target: Target;
  file: File;
  idempotencyKey: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

const isArchive = (file: File) => file.name.toLowerCase().endsWith('.zip');

export function sendFile({ target, file, ...rest }: Sending) {
  const isRoster = target.kind === 'Roster';
  const isList = isRoster && !isArchive(file);
  const query = new URLSearchParams({
    ...(isRoster ? { organizationId: target.organizationId } : {}),
    fileName: file.name,
  });
  return upload<{ id: string }>({
    ...rest,
    body: file,
    path: `/api/v1/imports/${isList ? 'staff-list' : isRoster ? 'roster' : 'organizations'}?${query}`,
    contentType: isList ? 'application/octet-stream' : isRoster ? 'application/zip' : 'application/json',
  });
}

export const enterPerson = (person: NewPerson, key: Record<string, string>) =>
  data(api.POST('/api/v1/imports/person', { params: { header: key }, body: person }));

type Answers = { skipProblemRows: boolean; confirmMassChange: boolean };

export const confirmImport = ({ id, version }: Import, answers: Answers, key: Record<string, string>) =>
  data(
    api.POST('/api/v1/imports/{importId}/confirm', {
      params: { path: { importId: id }, header: key },
      body: { version, ...answers },
    }),
  );

export type KindAnswer = { key: string; kind: string };

/** Keeps what was said of a staff list and has it checked. */
export const matchStaffList = (id: string, body: Matching, key: Record<string, string>) =>
  data(api.POST('/api/v1/imports/{importId}/match', { params: { path: { importId: id }, header: key }, body }));

/** Keeps what was answered and has the file checked anew. */
export const answerKinds = ({ id, version }: Import, answers: KindAnswer[], key: Record<string, string>) =>
  data(
    api.POST('/api/v1/imports/{importId}/kinds', {
      params: { path: { importId: id }, header: key },
      body: { version, answers },
    }),
  );

export const cancelImport = (id: string) =>
  data(api.POST('/api/v1/imports/{importId}/cancel', { params: { path: { importId: id } } }));
