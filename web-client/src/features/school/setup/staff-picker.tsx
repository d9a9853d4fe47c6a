import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { staff } from '@/shared/staff/api';

type Picked = { id: string; name: string };
type Props = {
  organizationId: string;
  id: string;
  label: string;
  value: Picked | undefined;
  onChange: (person: Picked | undefined) => void;
  required?: boolean;
  disabled?: boolean;
  error?: string | undefined;
};

/** One person of the staff, found by name. */
export function StaffPicker({ organizationId, value, onChange, ...rest }: Props) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 250);
  const { data = [] } = useQuery({ ...staff.like(organizationId, asked), placeholderData: keepPreviousData });
  const found = data.map(({ personId, name }) => ({ value: personId, label: name }));
  const options = !value || found.some((one) => one.value === value.id) ? found : [{ value: value.id, label: value.name }, ...found];

  return (
    <Select
      {...rest}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('nobody')}
      placeholder={t('pick')}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : undefined)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
