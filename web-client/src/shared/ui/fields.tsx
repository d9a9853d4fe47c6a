import { lazy, Suspense } from 'react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  useController,
  type Control,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { useFormat } from '@/shared/i18n/use-format';

/** The calendar is the heaviest part of any form: the rest of it is shown without waiting. */
const RuDateInput = lazy(async () => ({ default: (await import('./ru-date-input')).RuDateInput }));

export type FieldProps<T extends FieldValues> = {
  control: Control<T>;
  /** The API's name of the field; also the id of its control, so that error summaries lead to it. */
  name: FieldPath<T>;
  label: string;
  /** The label is for screen readers alone, e.g. under a column's header. */
  hideLabel?: boolean;
  hint?: string;
  required?: boolean;
  /** Of a row among others, e.g. "Цель 2": the summary of errors says it. */
  place?: string;
  /** While this says so, nothing needs to be filled in: the row was not begun. */
  unless?: () => boolean;
  /** Checks of the value by name: true, or what is wrong. */
  checks?: Record<string, (value: unknown) => true | string>;
};

/** What every control of a form has in common. */
export function useField<T extends FieldValues>(props: FieldProps<T>) {
  const { control, name, label, hideLabel, hint, required = false, place, unless, checks } = props;
  const { t } = useTranslation();
  const { field, fieldState } = useController({
    control,
    name,
    rules: {
      validate: {
        ...(required
          ? { filled: (value: unknown) => isFilled(value) || unless?.() === true || t(place ? 'form.requiredAt' : 'form.required', { place, field: label }) }
          : {}),
        ...checks,
      },
    },
  });

  const shared = {
    id: name,
    required,
    error: fieldState.error?.message,
    ...(hint ? { description: hint } : {}),
    ...(hideLabel ? { 'aria-label': label } : { label }),
  };
  return { field, shared };
}

const isFilled = (value: unknown) => value !== null && value !== undefined && String(value).trim() !== '';

export function TextField<T extends FieldValues>(props: FieldProps<T> & { maxLength?: number }) {
  const { field, shared } = useField(props);
  return <TextInput {...shared} {...field} maxLength={props.maxLength} />;
}

type AreaProps<T extends FieldValues> = FieldProps<T> & { rows?: number; maxLength?: number };

export function TextAreaField<T extends FieldValues>({ rows = 3, maxLength, ...props }: AreaProps<T>) {
  const { field, shared } = useField(props);
  return <Textarea {...shared} {...field} autosize minRows={rows} maxLength={maxLength} />;
}

type Option = { value: string; label: string };
type SelectProps<T extends FieldValues> = FieldProps<T> & {
  options: readonly Option[];
  /** The first, empty choice; without it the first option is chosen from the start. */
  empty?: string;
};

export function SelectField<T extends FieldValues>({ options, empty, ...props }: SelectProps<T>) {
  const { field, shared } = useField(props);
  const data = empty === undefined ? [...options] : [{ value: '', label: empty }, ...options];
  return <NativeSelect {...shared} {...field} data={data} />;
}

export function DateField<T extends FieldValues>(props: FieldProps<T>) {
  const { field, shared } = useField(props);
  const { value, onChange, ...rest } = field;
  const format = useFormat();
  return (
    <Suspense fallback={<TextInput {...shared} readOnly value={value ? format.date(value) : ''} />}>
      <RuDateInput {...shared} {...rest} value={value || null} onChange={(next) => onChange(next ?? '')} />
    </Suspense>
  );
}

type NumberProps<T extends FieldValues> = FieldProps<T> & {
  /** Unit after the number. */
  unit?: string;
};

/** A number as people type it: a comma or a point, spaces between thousands. Its value is that text. */
export function NumberField<T extends FieldValues>({ unit, ...props }: NumberProps<T>) {
  const { t } = useTranslation();
  const isNumber = (value: unknown) =>
    parseNumber(String(value ?? '')) !== undefined || t('form.number', { field: props.label });
  const { field, shared } = useField({ ...props, checks: { isNumber, ...props.checks } });
  return <TextInput {...shared} {...field} inputMode="decimal" rightSection={unit} />;
}
