import { queryOptions, type QueryClient } from '@tanstack/react-query';
import dayjs, { type Dayjs } from 'dayjs';
import { api, data } from '@/shared/api/client';

const DAY = 'YYYY-MM-DD';

/** The days of a year on which the production calendar departs from Monday to Friday. */
const calendar = (year: number) =>
  queryOptions({
    queryKey: ['calendar', 'days', year],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => data(api.GET('/api/v1/calendar-days', { params: { query: { year } }, signal })),
  });

export type Departures = ReadonlyMap<string, boolean>;

/** For all days that so many days after the first one may come to. */
export async function departures(client: QueryClient, first: string, most: number): Promise<Departures> {
  const from = dayjs(first).year();
  const to = dayjs(first).add(most + REST_AT_MOST, 'day').year();
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const days = await Promise.all(years.map((year) => client.fetchQuery(calendar(year))));
  return new Map(days.flat().map(({ day, isWorking }) => [day, isWorking]));
}

/** The New Year's holidays with the days off around them are the longest rest of a year. */
const REST_AT_MOST = 14;

const isWorking = (day: Dayjs, known: Departures) => known.get(day.format(DAY)) ?? (day.day() !== 0 && day.day() !== 6);

/** So many days after the first one; what falls on a day off is due on the next working day. */
export function dueDay(first: string, after: number, known: Departures): string {
  let day = dayjs(first).add(after, 'day');
  for (let rest = 0; rest < REST_AT_MOST && !isWorking(day, known); rest++) day = day.add(1, 'day');
  return day.format(DAY);
}
