import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { urgencyOf } from './urgency';

const today = dayjs('2026-11-23');

test.each([
  [true, '2026-11-20', 'late'],
  [true, null, 'late'],
  [false, '2026-11-23', 'week'],
  [false, '2026-11-30', 'week'],
  [false, '2026-12-01', 'later'],
  [false, null, 'open'],
])('overdue %s, due %s is %s', (overdue, dueOn, urgency) => expect(urgencyOf({ overdue, dueOn }, today)).toBe(urgency));
