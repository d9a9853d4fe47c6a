import type { Target } from './api';

type Kind = Target['kind'];

export const LARGEST_MB = 20;

/** What is asked for. */
export const extensions: Record<Kind, readonly string[]> = {
  Roster: ['.xlsx', '.csv', '.zip'],
  DiagnosisResults: ['.csv', '.xlsx'],
  PupilResults: ['.csv', '.xlsx'],
  OrganizationRegister: ['.json'],
};

/** Of tables that the server knows by sight: its answer says what to do with them. */
const alsoSent: Record<Kind, readonly string[]> = {
  Roster: ['.xls', '.xlsm', '.ods', '.txt', '.tsv'],
  DiagnosisResults: ['.txt', '.tsv'],
  PupilResults: ['.txt', '.tsv'],
  OrganizationRegister: [],
};

export const accepted = (kind: Kind) => [...extensions[kind], ...alsoSent[kind]];

export type FileFault = 'extension' | 'empty' | 'large';

/** What can be said of a file before it is sent. */
export function faultOf(file: File, kind: Kind): FileFault | undefined {
  const name = file.name.toLowerCase();
  if (!accepted(kind).some((ending) => name.endsWith(ending))) return 'extension';
  if (file.size === 0) return 'empty';
  return file.size > LARGEST_MB * 1024 * 1024 ? 'large' : undefined;
}
