import type { Meeting } from './types';

type When = Pick<Meeting, 'startsAt' | 'durationMinutes'>;

/** It can be said to have been held or missed. */
export const hasBegun = ({ startsAt }: Pick<Meeting, 'startsAt'>, now = Date.now()) => Date.parse(startsAt) <= now;

export const isOver = ({ startsAt, durationMinutes }: When, now = Date.now()) => Date.parse(startsAt) + durationMinutes * 60_000 <= now;
