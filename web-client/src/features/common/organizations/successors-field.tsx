import { useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { regions } from '@/shared/geo/regions';
import { useFormat } from '@/shared/i18n/use-format';
import { useField } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { organizations, type Organization } from './api';
import cls from './successors-field.module.css';

const TYPING_PAUSE = 250;

type Option = { value: string; label: string };
type Props<T extends FieldValues> = { control: Control<T>; label: string; required: boolean; most: number; except: string };

/** Organizations of the register that carry another one on, found by words of their names, its neighbours first. */
export function SuccessorsField<T extends FieldValues & { successorIds: string[] }>({ control, label, required, most, except }: Props<T>) {
  const { t } = useTranslation('organizations');
  const { language } = useFormat();
  const { field, shared } = useField({ control, name: 'successorIds' as FieldPath<T>, required, label });
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState<Option[]>([]);
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data = [] } = useQuery({ ...organizations.like(asked, except), placeholderData: keepPreviousData });

  const found = data
    .filter(({ id, status }) => id !== except && status === 'Open')
    .map((one) => ({ value: one.id, label: `${one.nameShort}, ${placeOf(one, language)}` }));
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
        // Nothing more to choose: what stands below is seen again.
        if (ids.length >= most) setOpen(false);
      }}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      maxDropdownHeight={160}
      classNames={{ pill: cls.chip ?? '' }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

/** Where it stands, as names alone do not tell schools of a country apart. */
function placeOf({ territoryCode, territoryNameRu, regionCode }: Organization, language: string) {
  const region = regions.find(({ iso }) => iso === regionCode);
  const regionName = region ? (language === 'ru' ? region.nameRu : region.nameEn) : regionCode;
  return territoryCode === regionCode ? regionName : `${territoryNameRu}, ${regionName}`;
}
