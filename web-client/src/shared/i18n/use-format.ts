import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant, lastDay } from './dates';
import { locale } from './locale';
import { formatMoney, formatNumber, formatShare, formatSize } from './numbers';

/** The formats of dates, numbers and names in the language of the screen. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;

  return useMemo(() => {
    const collator = new Intl.Collator(locale(language), { numeric: true });
    return {
      language,
      date: (date: string, style?: Parameters<typeof formatDate>[2], at?: string) => formatDate(date, language, style, at),
      /** The last day before an end that the API names as the first day without. */
      lastDay: (end: string, from?: string) => formatDate(lastDay(end, from), language),
      instant: (instant: string, style?: Parameters<typeof formatInstant>[2], at?: string) =>
        formatInstant(instant, language, style, at),
      number: (value: number, options?: Intl.NumberFormatOptions) =>
        formatNumber(value, language, options),
      share: (share: number, digits?: number) => formatShare(share, language, digits),
      money: (kopecks: number) => formatMoney(kopecks, language),
      size: (bytes: number) => formatSize(bytes, language),
      compare: (a: string, b: string) => collator.compare(a, b),
    };
  }, [language]);
}
