import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { organizations } from '@/shared/organizations/api';
import { useField } from '@/shared/ui/fields';
import type { Values } from './propose-dialog';

const TYPING_PAUSE = 250;

/** An organization of the register, found by words of its name. */
export function OrganizationField({ control, except }: { control: Control<Values>; except: string }) {
  const { t } = useTranslation('delegations');
  const { field, shared } = useField({ control, name: 'takerId', required: true, label: t('form.taker') });
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE);
  const { data = [], isFetching } = useQuery({ ...organizations.like(asked), placeholderData: keepPreviousData });

  const found = data.filter(({ id }) => id !== except).map(({ id, nameShort }) => ({ value: id, label: nameShort }));
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      {...shared}
      placeholder={t('form.takerHint')}
      searchable
      data={options}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      nothingFoundMessage={t(isFetching ? 'form.searching' : 'form.nobody')}
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
