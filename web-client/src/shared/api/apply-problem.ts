import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { problemText } from './problem-text';
import { ApiError } from './problem';

/** `/goals/0/text` → `goals.0.text`, the path that react-hook-form uses. */
export const fieldPath = (pointer: string) =>
  pointer
    .replace(/^[#/]+/, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

const belongsTo = (path: string, field: string) => path === field || path.startsWith(`${field}.`);

/**
 * Puts the server's field errors on the form.
 * @param fields the fields that the form shows; errors of any other field are returned
 * @returns messages that belong to no shown field, for the error summary
 */
export function applyProblem<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: readonly string[],
): string[] {
  if (!(error instanceof ApiError) || !error.problem.errors) return [problemText(error)];

  const rest: string[] = [];
  for (const [pointer, messages] of Object.entries(error.problem.errors)) {
    const path = fieldPath(pointer);
    if (fields.some((field) => belongsTo(path, field))) {
      const message = messages.join(' ');
      setError(path as Path<T>, { type: 'server', message }, { shouldFocus: false });
    } else {
      rest.push(...messages);
    }
  }
  return rest;
}
