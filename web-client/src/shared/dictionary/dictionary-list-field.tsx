import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import type { DictionaryCode } from './api';
import { useDictionary } from './use-dictionary';

type Props<T extends FieldValues> = FieldProps<T> & { dictionary: DictionaryCode };

/** Several entries of a dictionary. */
export function DictionaryListField<T extends FieldValues>({ dictionary, ...props }: Props<T>) {
  const { field, shared } = useField(props);
  const { options } = useDictionary(dictionary);
  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={options}
      value={field.value}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}
