import { useState } from 'react';
import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form';
import { applyProblem } from '@/shared/api/apply-problem';
import type { FormFault } from './error-summary';

/** Deepest messages with their paths: `goals.0.text` → "…". Field ids in forms are these paths. */
export function flattenErrors(errors: FieldErrors, prefix = ''): FormFault[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object') return [];
    const path = prefix + key;
    if ('message' in error && typeof error.message === 'string') {
      return [{ field: path, message: error.message }];
    }
    return flattenErrors(error as FieldErrors, `${path}.`);
  });
}

/**
 * Joins a form's own checks and the server's answers into one error summary.
 * @param fields the fields on the screen, by the names the API uses
 */
export function useFormFaults<T extends FieldValues>(
  form: UseFormReturn<T>,
  fields: readonly string[],
) {
  const [general, setGeneral] = useState<string[]>([]);
  const [attempt, setAttempt] = useState(0);

  /** Wraps a submit: sends, and on failure shows what the server said. */
  const submit = (send: (values: T) => Promise<unknown>) =>
    form.handleSubmit(
      async (values) => {
        setGeneral([]);
        try {
          await send(values);
        } catch (error) {
          setGeneral(applyProblem(error, form.setError, fields));
          setAttempt((count) => count + 1);
        }
      },
      () => {
        setGeneral([]);
        setAttempt((count) => count + 1);
      },
    );

  const faults = [
    ...flattenErrors(form.formState.errors).filter(({ field }) => field !== 'root'),
    ...general.map((message) => ({ message })),
  ];
  return { submit, summary: { faults, attempt } };
}
