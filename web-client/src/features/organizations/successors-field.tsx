import { useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { organizations, type Life } from './api';

const TYPING_PAUSE = 250;

type Option = { value: string; label: string };
type Props = { control: Control<Life>; label: string; required: boolean; most: number; except: string };

/** Organizations of the register that carry another one on, found by words of their names. */
export function SuccessorsField({ control, label, required, most, except }: Props) {
  const { t } = useTranslation('organizations');
  const { field, shared } = useField({ control, name: 'successorIds', required, label });
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Option[]>([]);
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data = [] } = useQuery({ ...organizations.like(asked), placeholderData: keepPreviousData });

  const found = data
    .filter(({ id, status }) => id !== except && status === 'Open')
    .map(({ id, nameShort }) => ({ value: id, label: nameShort }));
  const options = [...known.filter(({ value }) => !found.some((one) => one.value === value)), ...found];
  return (
    <MultiSelect
      {...shared}
      placeholder={t('life.successorHint')}
      searchable
      maxValues={most}
      data={options}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      value={field.value as string[]}
      searchValue={typed}
      onSearchChange={setTyped}
      onBlur={field.onBlur}
      onChange={(ids) => {
        setKnown(options.filter(({ value }) => ids.includes(value)));
        field.onChange(ids);
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
