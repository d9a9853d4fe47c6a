import { useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { practiceLists } from './lists';
import type { PracticeValues } from './editor-values';

const TYPING_PAUSE = 250;

type Props = {
  control: Control<PracticeValues>;
  organizationId: string;
  /** The authors whom the practice has already, with their names. */
  known: readonly { personId: string; name: string }[];
};

/** The other authors, found by name among those who work at the school. */
export function AuthorField({ control, organizationId, known }: Props) {
  const { t } = useTranslation('practices');
  const { field, shared } = useField({ control, name: 'authorIds', label: t('field.authorIds'), hint: t('hint.authorIds') });
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState(() => new Map(known.map(({ personId, name }) => [personId, name])));
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data: found = [] } = useQuery({ ...practiceLists.colleagues(organizationId, asked), placeholderData: keepPreviousData });
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
      maxValues={10}
      nothingFoundMessage={t('editor.nobody')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
