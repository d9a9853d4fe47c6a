import { lazy, Suspense } from 'react';
import { TextInput } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { useField, type FieldProps } from '@/shared/ui/fields';

const RuDateInput = lazy(async () => ({ default: (await import('@/shared/ui/ru-date-input')).RuDateInput }));

/** The day of something that has happened: one to come is refused where it is typed. */
export function PastDayField<T extends FieldValues>(props: FieldProps<T>) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const latest = today();
  const isAhead = (value: unknown) => String(value ?? '') > latest;
  const refusal = t('life.dayLatest', { field: props.label, date: format.date(latest) });
  const { field, shared } = useField({ ...props, checks: { inTime: (value) => !isAhead(value) || refusal } });
  const { value, onChange, ...rest } = field;
  const told = isAhead(value) ? { ...shared, error: refusal } : shared;

  return (
    <Suspense fallback={<TextInput {...told} readOnly value={value ? format.date(value) : ''} />}>
      <RuDateInput {...told} {...rest} excludeDate={isAhead} value={value || null} onChange={(next) => onChange(next ?? '')} />
    </Suspense>
  );
}
