import { locale } from './locale';

export const formatNumber = (
  value: number,
  language: string,
  options?: Intl.NumberFormatOptions,
) => new Intl.NumberFormat(locale(language), options).format(value);

/** @param share 0…1 */
export const formatShare = (share: number, language: string, digits = 1) =>
  formatNumber(share, language, { style: 'percent', maximumFractionDigits: digits });

/** @param kopecks money as the API sends it */
export const formatMoney = (kopecks: number, language: string) =>
  formatNumber(kopecks / 100, language, { style: 'currency', currency: 'RUB' });

const sizes = [['gigabyte', 1024 ** 3], ['megabyte', 1024 ** 2], ['kilobyte', 1024]] as const;

/** Bytes as people say them, rounded down, so that what is said to fit does. */
export function formatSize(bytes: number, language: string) {
  const [unit, one] = sizes.find(([, size]) => bytes >= size) ?? sizes[2];
  return formatNumber(Math.floor((bytes / one) * 10) / 10, language, { style: 'unit', unit, maximumFractionDigits: 1 });
}

/** Reads a number as people type it, `1 250,5` or `1250.5`. @returns null when empty, undefined when it is no number */
export function parseNumber(text: string): number | null | undefined {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  if (!plain) return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
