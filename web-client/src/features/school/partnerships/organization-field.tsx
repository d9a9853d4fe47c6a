import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField } from '@/shared/ui/fields';
import { organizations } from '@/shared/organizations/api';
import type { ContractValues } from './contract-dialog';

const TYPING_PAUSE = 250;
type Props = { control: Control<ContractValues>; except: string; known: { value: string; label: string } | undefined };

/** A partner of the register, found by words of its name; empty for a partner that is not in it. */
export function OrganizationField({ control, except, known }: Props) {
  const { t } = useTranslation('partnerships');
  const { field, shared } = useField({ control, name: 'partnerOrganizationId', label: t('contract.fromRegister'), hint: t('contract.fromRegisterHint') });
  const [typed, setTyped] = useState(known?.label ?? '');
  const [chosen, setChosen] = useState(known);
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE);
  const { data = [], isFetching } = useQuery({ ...organizations.like(asked), placeholderData: keepPreviousData });

  const found = data.filter(({ id }) => id !== except).map(({ id, nameShort }) => ({ value: id, label: nameShort }));
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      {...shared}
      searchable
      clearable
      data={options}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      nothingFoundMessage={t(isFetching ? 'contract.searching' : 'nothingFound')}
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
