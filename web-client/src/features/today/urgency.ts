import dayjs from 'dayjs';
import { today } from '@/shared/i18n/dates';
import type { AgendaTask } from './types';

export const urgencies = ['late', 'week', 'open', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** What is late first, then what is due within a week, then decisions without a day, then the rest. */
export function urgencyOf({ overdue, dueOn }: Pick<AgendaTask, 'overdue' | 'dueOn'>, day = today()): Urgency {
  if (overdue) return 'late';
  if (!dueOn) return 'open';
  return dayjs(dueOn).isAfter(dayjs(day).add(7, 'day'), 'day') ? 'later' : 'week';
}
