import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import i18n from 'i18next';
import type { components } from '@/shared/api/schema';
import { formatDate } from '@/shared/i18n/dates';

type Told = components['schemas']['PlanMeetingSeriesResult'];

/** What the calendar of work made of a recurring plan: days left out, shorter days, years that may still change. */
export function tellSeries({ skipped, shortened, provisionalYears }: Told, t: TFunction<'meetings'>) {
  const days = (all: string[]) => all.map((day) => formatDate(day, i18n.language)).join(', ');
  const lines = [
    skipped.length > 0 && t('series.skipped', { days: days(skipped) }),
    shortened.length > 0 && t('series.shortened', { days: days(shortened) }),
    ...provisionalYears.map((year) => t('series.provisional', { year: String(year) })),
  ].filter((line) => line !== false);
  if (lines.length > 0) notifications.show({ message: lines.join(' '), autoClose: 20_000 });
}
