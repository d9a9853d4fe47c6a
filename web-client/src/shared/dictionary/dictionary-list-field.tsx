import type { FieldValues } from 'react-hook-form';
import type { FieldProps } from '@/shared/ui/fields';
import { ListField } from '@/shared/ui/list-field';
import type { DictionaryCode } from './api';
import { useDictionary } from './use-dictionary';

type Props<T extends FieldValues> = FieldProps<T> & {
  dictionary: DictionaryCode;
  /** Codes that cannot be chosen here. */
  except?: readonly string[];
};

/** Several entries of a dictionary. */
export function DictionaryListField<T extends FieldValues>({ dictionary, except = [], ...props }: Props<T>) {
  const { options } = useDictionary(dictionary);
  return <ListField {...props} options={options.filter(({ value }) => !except.includes(value))} />;
}
