import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField, type FieldProps } from '@/shared/ui/fields';
import { staffNames } from './api';

type Props<T extends FieldValues> = FieldProps<T> & { organizationId: string };

function useNames(organizationId: string) {
  const { data = [] } = useQuery(staffNames(organizationId));
  return data.map(({ id, name }) => ({ value: id, label: name }));
}

/** One person of the staff, found by typing a part of the name. */
export function StaffField<T extends FieldValues>({ organizationId, ...props }: Props<T>) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const names = useNames(organizationId);
  return (
    <Select
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={names}
      value={field.value || null}
      onChange={(id) => field.onChange(id ?? '')}
      searchable
      clearable={!props.required}
      nothingFoundMessage={t('staff.nobody')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

/** Several people of the staff. */
export function StaffListField<T extends FieldValues>({ organizationId, ...props }: Props<T>) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const names = useNames(organizationId);
  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={names}
      value={field.value}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('staff.nobody')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
