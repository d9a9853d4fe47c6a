import { locale } from '@/shared/i18n/locale';

/** A time zone as people call it, not by its code. */
export const zoneName = (code: string, language: string) =>
  new Intl.DateTimeFormat(locale(language), { timeZone: code, timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? code;
