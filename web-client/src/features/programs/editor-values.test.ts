import { afterEach, expect, test, vi } from 'vitest';
import { setZone } from '@/shared/i18n/dates';
import { emptyProgram } from './editor-values';

afterEach(() => {
  setZone(undefined);
  vi.useRealTimers();
});

test.each([
  ['2026-11-30T19:58:00Z', 'Asia/Vladivostok', '2026-12-01', '2027-05-31'],
  ['2026-11-30T19:58:00Z', 'Europe/Moscow', '2026-11-30', '2027-05-31'],
  ['2026-12-31T23:30:00Z', 'Asia/Kamchatka', '2027-01-01', '2027-05-31'],
  ['2027-03-31T13:30:00Z', 'Asia/Kamchatka', '2027-04-01', '2027-05-31'],
  ['2027-04-30T13:30:00Z', 'Asia/Kamchatka', '2027-05-01', '2028-05-31'],
])('a program drafted at %s in %s runs from %s to %s', (now, zone, startsOn, endsOn) => {
  vi.useFakeTimers({ now: new Date(now) });
  setZone(zone);
  expect(emptyProgram()).toMatchObject({ startsOn, endsOn });
});
