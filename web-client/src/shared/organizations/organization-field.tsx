import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type FieldProps, useField } from '@/shared/ui/fields';
import { organizations } from './api';

const TYPING_PAUSE = 250;

type Choice = { value: string; label: string };
type Props<T extends FieldValues> = FieldProps<T> & {
  placeholder?: string;
  /** Who is asking: not offered. */
  except?: string;
  /** What is chosen when the form opens. */
  known?: Choice | undefined;
};

/** An organization of the register, found by words of its name. */
export function OrganizationField<T extends FieldValues>({ placeholder, except, known, ...props }: Props<T>) {
  const { t } = useTranslation();
  const { field, shared } = useField(props);
  const [typed, setTyped] = useState(known?.label ?? '');
  const [chosen, setChosen] = useState(known);
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE);
  const { data = [], isFetching } = useQuery({ ...organizations.like(asked), placeholderData: keepPreviousData });

  const found = data.filter(({ id }) => id !== except).map(({ id, nameShort }) => ({ value: id, label: nameShort }));
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      {...shared}
      {...(placeholder ? { placeholder } : {})}
      searchable
      clearable={!props.required}
      data={options}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      nothingFoundMessage={isFetching ? undefined : t('table.noRows')}
      value={field.value || null}
      searchValue={typed}
      onSearchChange={setTyped}
      onBlur={field.onBlur}
      onChange={(id, option) => {
        setChosen(id && option ? { value: id, label: option.label } : undefined);
        field.onChange(id ?? '');
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
