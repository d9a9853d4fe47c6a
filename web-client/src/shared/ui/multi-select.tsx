import { TextInput, type MultiSelectProps } from '@mantine/core';
import { later } from './later';

type Option = { value: string; label: string };
type Props = Omit<MultiSelectProps, 'data'> & { data: Option[] };

/** A choice of several from a list. The list is loaded after the form, in which what is chosen is shown meanwhile: a press would be lost. */
export const MultiSelect = later<Props>(
  async () => (await import('./multi-select-list')).MultiSelect,
  ({ data, value, id, label, description, error, required }) => (
    <TextInput
      {...{ id, label, description, error, required }}
      disabled
      value={data.filter((one) => value?.includes(one.value)).map((one) => one.label).join(', ')}
    />
  ),
);
