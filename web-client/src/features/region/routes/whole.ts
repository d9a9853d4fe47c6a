import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';

/** The check of a field that takes whole numbers between two; an empty one is for `required` to refuse. */
export function useWhole() {
  const { t } = useTranslation('routes');
  return (field: string, least: number, most: number) => ({
    isWhole: (value: unknown) => {
      const number = parseNumber(String(value ?? ''));
      return number === null || (Number.isInteger(number) && number! >= least && number! <= most) || t('wholeNumber', { field, least, most });
    },
  });
}
