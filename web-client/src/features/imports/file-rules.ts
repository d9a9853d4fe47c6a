import type { ImportKind } from './api';

export const LARGEST_MB = 20;

export const extensions: Record<ImportKind, string> = {
  Roster: '.zip',
  OrganizationRegister: '.json',
};

export type FileFault = 'extension' | 'empty' | 'large';

/** What can be said of a file before it is sent. */
export function faultOf(file: File, kind: ImportKind): FileFault | undefined {
  if (!file.name.toLowerCase().endsWith(extensions[kind])) return 'extension';
  if (file.size === 0) return 'empty';
  return file.size > LARGEST_MB * 1024 * 1024 ? 'large' : undefined;
}
