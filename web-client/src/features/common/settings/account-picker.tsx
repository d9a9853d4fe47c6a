import { useState } from 'react';
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { settings, type StaffAccount } from './api';

type Props = {
  organizationId: string;
  position: string | undefined;
  value: StaffAccount | null;
  onChange: (person: StaffAccount | null) => void;
  error: string | undefined;
};

/** One of the staff, with the account that the person has or has not. */
export function AccountPicker({ organizationId, position, value, onChange, error }: Props) {
  const { t } = useTranslation('settings');
  const positions = useDictionary('position');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 250);
  const { data = [] } = useQuery({ ...settings.accounts(organizationId, asked, position), placeholderData: keepPreviousData });
  const found = value && !data.some(({ personId }) => personId === value.personId) ? [value, ...data] : data;
  const byId = new Map(found.map((one) => [one.personId, one]));

  return (
    <Select
      id="person"
      label={t('field.person')}
      required
      searchable
      error={error}
      placeholder={t('grant.pick')}
      data={found.map(({ personId, name }) => ({ value: personId, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('grant.nobody')}
      value={value?.personId ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange((id && byId.get(id)) || null)}
      renderOption={({ option }) => {
        const one = byId.get(option.value);
        return (
          <div>
            <Text size="md">{option.label}</Text>
            <Text size="xs" c="dimmed">
              {one && positions.name(one.positionCode)} · {one?.accountId ? one.email : t('grant.withoutAccount')}
            </Text>
          </div>
        );
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
