import { useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { colleagues } from './colleagues';

const TYPING_PAUSE = 250;

type Props<T extends FieldValues> = FieldProps<T> & {
  organizationId: string;
  /** Who is chosen when the form opens, with their names. */
  known?: readonly { personId: string; name: string }[];
  /** Said where nobody is found. */
  nobody: string;
  most: number;
};

/** Colleagues, found by name among those who work at the organization. */
export function ColleagueField<T extends FieldValues>({ organizationId, known = [], nobody, most, ...props }: Props<T>) {
  const { field, shared } = useField(props);
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState(() => new Map(known.map(({ personId, name }) => [personId, name])));
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data: found = [] } = useQuery({ ...colleagues(organizationId, asked), placeholderData: keepPreviousData });
  const names = new Map([...seen, ...found.map(({ personId, name }) => [personId, name] as const)]);

  const choose = (ids: string[]) => {
    // Whoever was chosen keeps the name when the search goes on without them.
    setSeen(new Map([...seen, ...ids.map((id) => [id, names.get(id) ?? id] as const)]));
    field.onChange(ids);
  };

  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={field.value as string[]}
      onChange={choose}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
      maxValues={most}
      nothingFoundMessage={nobody}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
