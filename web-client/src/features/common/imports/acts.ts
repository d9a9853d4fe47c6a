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

const sentAs = (target: Target, file: File): [path: string, contentType: string] => {
  if (target.kind === 'OrganizationRegister') return ['organizations', 'application/json'];
  if (target.kind === 'DiagnosisResults') return ['diagnosis-results', 'application/octet-stream'];
  if (target.kind === 'PupilResults') return ['pupil-results', 'application/octet-stream'];
  return isArchive(file) ? ['roster', 'application/zip'] : ['staff-list', 'application/octet-stream'];
};

export function sendFile({ target, file, ...rest }: Sending) {
  const [path, contentType] = sentAs(target, file);
  const query = new URLSearchParams({
    ...('organizationId' in target ? { organizationId: target.organizationId } : {}),
    ...('instrumentId' in target ? { instrumentId: target.instrumentId } : {}),
    fileName: file.name,
  });
  return upload<{ id: string }>({ ...rest, body: file, path: `/api/v1/imports/${path}?${query}`, contentType });
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
