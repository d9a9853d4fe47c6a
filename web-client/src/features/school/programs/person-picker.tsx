import { useState } from 'react';
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { staff } from '@/shared/staff/api';

export type PickedPerson = { id: string; name: string };

type Props = {
  organizationId: string;
  label: string;
  hideLabel?: boolean;
  value: PickedPerson | undefined;
  onChange: (person: PickedPerson | undefined) => void;
  id?: string;
  error?: string | undefined;
  required?: boolean;
  clearable?: boolean;
  /** Those who may not be chosen, e.g. because they are in the list already. */
  except?: readonly string[];
  w?: { base: string; xs: number };
};

const TYPING_PAUSE = 250;

/** One person of the organization's staff, found by name; the post tells namesakes apart. */
export function PersonPicker(props: Props) {
  const { organizationId, label, hideLabel, value, onChange, except = [], ...rest } = props;
  const { t } = useTranslation('programs');
  const positions = useDictionary('position');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), TYPING_PAUSE);
  const { data = [], isFetching } = useQuery({
    ...staff.like(organizationId, asked),
    enabled: opened,
    placeholderData: keepPreviousData,
  });

  const found = data.filter(({ personId }) => !except.includes(personId));
  const load = (programs: number, places: number | null) =>
    places === null ? programs > 0 && t('picker.load', { count: programs }) : t('picker.places', { programs, count: places });
  const posts = new Map(
    found.map(({ personId, positionCode, mentorPrograms, mentorPlaces }) => [
      personId,
      [positions.name(positionCode), load(mentorPrograms, mentorPlaces)].filter(Boolean).join(' · '),
    ]),
  );
  const options = found.map(({ personId, name }) => ({ value: personId, label: name }));
  const isListed = !value || options.some((option) => option.value === value.id);
  const choices = isListed ? options : [{ value: value.id, label: value.name }, ...options];

  return (
    <Select
      {...rest}
      {...(hideLabel
        ? { 'aria-label': label, placeholder: label }
        : { label, placeholder: t('picker.hint') })}
      searchable
      data={choices}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      nothingFoundMessage={t(isFetching ? 'picker.searching' : 'picker.nobody')}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : undefined)}
      renderOption={({ option }) => (
        <div>
          <Text size="md">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {posts.get(option.value)}
          </Text>
        </div>
      )}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
