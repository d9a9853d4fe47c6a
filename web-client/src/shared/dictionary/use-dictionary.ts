import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@/shared/i18n/use-format';
import { dictionary, type DictionaryCode } from './api';

const NONE: never[] = [];

/** Names of a dictionary's codes in the language of the screen: none until they have come, then a code it lacks names itself. */
export function useDictionary(code: DictionaryCode) {
  const { language } = useFormat();
  const { data: entries = NONE, isPending } = useQuery(dictionary.list(code));

  return useMemo(() => {
    const options = entries.map((entry) => ({
      value: entry.code,
      label: language === 'ru' ? entry.nameRu : entry.nameEn,
    }));
    const names = new Map(options.map(({ value, label }) => [value, label]));
    return { options, name: (value: string) => names.get(value) ?? (isPending ? '' : value) };
  }, [entries, isPending, language]);
}
