import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from './fields';
import { MultiSelect } from './multi-select';

type Props<T extends FieldValues> = FieldProps<T> & { options: { value: string; label: string }[] };

/** Several of a list. */
export function ListField<T extends FieldValues>({ options, ...props }: Props<T>) {
  const { field, shared } = useField(props);
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
