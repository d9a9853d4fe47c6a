import { afterEach, expect, test, vi } from 'vitest';
import { setZone } from '@/shared/i18n/dates';
import { urgencyOf } from './urgency';

const today = '2026-11-23';

afterEach(() => {
  setZone(undefined);
  vi.useRealTimers();
});

test.each([
  [true, '2026-11-20', 'late'],
  [true, null, 'late'],
  [false, '2026-11-23', 'week'],
  [false, '2026-11-30', 'week'],
  [false, '2026-12-01', 'later'],
  [false, null, 'open'],
])('overdue %s, due %s is %s', (overdue, dueOn, urgency) => expect(urgencyOf({ overdue, dueOn }, today)).toBe(urgency));

test.each([
  ['2026-12-31T23:30:00Z', 'Asia/Kamchatka', '2027-01-08', 'week'],
  ['2026-12-31T23:30:00Z', 'America/New_York', '2027-01-08', 'later'],
  ['2026-11-30T19:58:00Z', 'Asia/Vladivostok', '2026-12-08', 'week'],
  ['2026-11-30T19:58:00Z', 'Europe/Moscow', '2026-12-08', 'later'],
])('at %s a week of %s is counted from its own day', (now, zone, dueOn, urgency) => {
  vi.useFakeTimers({ now: new Date(now) });
  setZone(zone);
  expect(urgencyOf({ overdue: false, dueOn })).toBe(urgency);
});
