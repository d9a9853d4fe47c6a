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

/** Where the reader works: a day is that place's, whatever the browser's clock says. */
let zone: string | undefined;

export const setZone = (place: string | undefined) => {
  zone = place;
};

const inZone = (at = zone) => (at ? { timeZone: at } : {});

/** The day (`2026-09-01`) of an instant at a place, the reader's own when none is given. */
export const dayOf = (instant: string | Date, at?: string) =>
  new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', ...inZone(at) }).format(new Date(instant));

/** The day (`2026-09-01`) that it is where the reader works, so many days on. */
export const today = (after = 0) => dayjs(dayOf(new Date())).add(after, 'day').format('YYYY-MM-DD');

/**
 * The last day of a term whose end the API names as the first day without it: people read and write last days.
 * @param from of a term that ended as it began, its only day
 */
export function lastDay(end: string, from = '') {
  const last = dayjs(end).subtract(1, 'day').format('YYYY-MM-DD');
  return last < from ? from : last;
}

/** Formats a calendar date (`2026-09-01`), which belongs to no time zone, or the day of an instant at a place. */
export function formatDate(date: string, language: string, style: DateStyle = 'short', at?: string) {
  const options = { ...styles[style], timeZone: 'UTC' };
  const day = date.length > 10 ? dayOf(date, at) : date;
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(`${day}T00:00Z`));
}

/** Formats an instant (`2026-09-01T09:30:00Z`) in the reader's time zone, or in that of a place. */
export function formatInstant(instant: string, language: string, style: DateStyle = 'short', at?: string) {
  const options = { ...styles[style], hour: '2-digit', minute: '2-digit', ...(at ? { timeZone: at } : {}) } as const;
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(instant));
}
