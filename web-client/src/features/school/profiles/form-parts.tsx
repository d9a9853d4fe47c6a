import { Checkbox, Title } from '@mantine/core';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useField, type FieldProps } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import cls from './profiles.module.css';

type CodesProps<T extends FieldValues> = FieldProps<T> & { options: readonly { value: string; label: string }[] };

/** Several codes of a dictionary. */
export function CodesField<T extends FieldValues>({ options, ...props }: CodesProps<T>) {
  const { t } = useTranslation('profiles');
  const { field, shared } = useField(props);
  return (
    <MultiSelect
      {...shared}
      {...field}
      data={[...options]}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('form.nothingFound')}
      clearButtonProps={{ 'aria-label': t('form.clear', { field: props.label }) }}
      checkIconPosition="right"
    />
  );
}

export function CheckField<T extends FieldValues>({ control, name, label, hint }: FieldProps<T>) {
  const { field, fieldState } = useController({ control, name });
  const { value, onChange, ...rest } = field;
  return (
    <Checkbox
      id={name}
      {...rest}
      label={label}
      {...(hint ? { description: hint } : {})}
      error={fieldState.error?.message}
      checked={Boolean(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}

type SectionProps = { id: string; title: string; tools?: ReactNode; children: ReactNode };

/** A part of a profile under its own heading. */
export const Section = ({ id, title, tools, children }: SectionProps) => (
  <section className={cls.section} aria-labelledby={id}>
    <div className={cls.head}>
      <Title order={2} id={id} tabIndex={-1}>
        {title}
      </Title>
      {tools}
    </div>
    {children}
  </section>
);
