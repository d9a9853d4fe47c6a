import { afterEach, expect, test, vi } from 'vitest';
import { dayOf, formatDate, formatInstant, lastDay, setZone, today } from './dates';

afterEach(() => {
  setZone(undefined);
  vi.useRealTimers();
});

/** 02:58 of 1 December in Yekaterinburg: the evening of 30 November in UTC. */
const given = '2026-11-30T21:58:00Z';

test('a consent given at 02:58 shows the day of its place, on the page and in print', () => {
  setZone('Asia/Yekaterinburg');
  expect(formatDate(given, 'ru')).toBe('01.12.2026');
  expect(formatDate(given, 'ru', 'short', 'Europe/Moscow')).toBe('01.12.2026');
  expect(formatDate(given, 'ru', 'short', 'Europe/Kaliningrad')).toBe('30.11.2026');
  expect(formatInstant(given, 'ru', 'short', 'Asia/Yekaterinburg')).toBe('01.12.2026, 02:58');
});

test('a calendar date is the same everywhere', () => {
  setZone('Asia/Kamchatka');
  expect(formatDate('2026-11-30', 'ru')).toBe('30.11.2026');
});

test('today is the day of the place, not of UTC', () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T19:58:00Z') });
  setZone('Asia/Vladivostok');
  expect([today(), today(14)]).toEqual(['2026-12-01', '2026-12-15']);
  setZone('Europe/Moscow');
  expect(today()).toBe('2026-11-30');
  expect(dayOf('2026-12-31T23:30:00Z', 'Asia/Kamchatka')).toBe('2027-01-01');
});

test.each([
  ['2026-09-01', '', '2026-08-31'],
  ['2027-01-01', '2026-09-01', '2026-12-31'],
  ['2028-03-01', '2026-09-01', '2028-02-29'],
  ['2026-09-01', '2026-09-01', '2026-09-01'],
])('a term that is over on %s has %s to %s', (end, from, last) => expect(lastDay(end, from)).toBe(last));

test.each([
  ['2026-12-31T23:30:00Z', 'Europe/Moscow', '2027-01-01'],
  ['2026-12-31T20:30:00Z', 'Europe/Kaliningrad', '2026-12-31'],
  ['2027-08-31T20:30:00Z', 'Asia/Kamchatka', '2027-09-01'],
  ['2027-08-31T20:30:00Z', 'Europe/Moscow', '2027-08-31'],
  ['2027-03-31T13:30:00Z', 'Asia/Srednekolymsk', '2027-04-01'],
])('at %s it is in %s the day %s, by which its screens go', (now, zone, day) => {
  vi.useFakeTimers({ now: new Date(now) });
  setZone(zone);
  expect(today()).toBe(day);
});

/** Screens that speak of instants by the reader's own clock: a week of bookings, an hour that has just passed. */
const OF_INSTANTS = ['/src/features/conditions/rooms-page.tsx', '/src/features/meetings/meeting-values.ts'];

test('no screen takes the day of the browser for the day of the place', () => {
  const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*', '!/src/testing/**'], { query: '?raw', import: 'default', eager: true });
  const found = Object.entries(sources).filter(([, source]) => /\bdayjs\(\)|\bnew Date\(\)\.(?:get|toLocale)/.test(source));
  expect(Object.keys(sources).length).toBeGreaterThan(500);
  expect(found.map(([file]) => file).sort()).toEqual(OF_INSTANTS);
});
