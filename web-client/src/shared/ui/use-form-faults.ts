import { useState } from 'react';
import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { applyProblem } from '@/shared/api/apply-problem';
import type { FormFault } from './error-summary';

type FieldFault = { field: string; message: string; byServer: boolean };

/** Deepest messages with their paths: `goals.0.text` → "…". Field ids in forms are these paths. */
export function flattenErrors(errors: FieldErrors, prefix = ''): FieldFault[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object') return [];
    const path = prefix + key;
    if ('message' in error && typeof error.message === 'string') {
      return [{ field: path, message: error.message, byServer: 'type' in error && error.type === 'server' }];
    }
    return flattenErrors(error as FieldErrors, `${path}.`);
  });
}

/** What the field is called on the screen. */
const labelOf = (field: string) =>
  document.querySelector(`label[for="${CSS.escape(field)}"]`)?.firstChild?.textContent?.trim();

/**
 * Joins a form's own checks and the server's answers into one error summary.
 * @param fields the fields on the screen, by the names the API uses
 */
export function useFormFaults<T extends FieldValues>(
  form: UseFormReturn<T>,
  fields: readonly string[],
) {
  const { t } = useTranslation();
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

  // A form's own texts name the field and the row themselves.
  const told = ({ field, message, byServer }: FieldFault): FormFault => {
    if (!byServer) return { field, message };
    const row = /\.(\d+)(\.|$)/.exec(field)?.[1];
    const label = labelOf(field);
    const named = label && !message.includes(label) ? t('form.of', { field: label, message }) : message;
    return { field, message: row === undefined ? named : t('form.row', { number: Number(row) + 1, message: named }) };
  };
  const faults = [
    ...flattenErrors(form.formState.errors)
      .filter(({ field }) => field !== 'root')
      .map(told),
    ...general.map((message) => ({ message })),
  ];
  return { submit, summary: { faults, attempt } };
}
