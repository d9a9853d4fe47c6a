import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/ru';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { locale } from './locale';

// Without this plugin Mantine's DateInput reads a typed 15.12.2026 as a date in the past.
dayjs.extend(customParseFormat);

/** dayjs and Mantine know British English as `en-gb`. */
export const calendarLocale = (language: string) => (language === 'ru' ? 'ru' : 'en-gb');

export const setCalendarLanguage = (language: string) => {
  dayjs.locale(calendarLocale(language));
};

type DateStyle = 'short' | 'long' | 'day';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
};

/** Formats a calendar date (`2026-09-01`), which belongs to no time zone. */
export function formatDate(date: string, language: string, style: DateStyle = 'short') {
  const options = { ...styles[style], timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(`${date.slice(0, 10)}T00:00Z`));
}

/** Formats an instant (`2026-09-01T09:30:00Z`) in the reader's time zone. */
export function formatInstant(instant: string, language: string, style: DateStyle = 'short') {
  const options = { ...styles[style], hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(instant));
}
