import dayjs from 'dayjs';
import type { Meeting, MeetingBody, MeetingMode } from './types';

/** The form of a meeting: the instant is typed as a day and a time of the reader's own zone. */
export type MeetingValues = {
  startsAt: string;
  time: string;
  durationMinutes: string;
  mode: MeetingMode;
  topic: string;
  place: string;
  summary: string;
};

const HOUR = 60;
const USUAL_MINUTES = 45;

export const newMeeting = (): MeetingValues => ({
  startsAt: '',
  time: '',
  durationMinutes: String(USUAL_MINUTES),
  mode: 'InPerson',
  topic: '',
  place: '',
  summary: '',
});

/** A meeting that has just ended, more likely than not. */
export const pastMeeting = (now = dayjs()): MeetingValues => {
  const start = now.subtract(HOUR, 'minute').startOf('hour');
  return { ...newMeeting(), startsAt: start.format('YYYY-MM-DD'), time: start.format('HH:mm') };
};

export const valuesOf = ({
  startsAt,
  durationMinutes,
  mode,
  topic,
  place,
  summary,
}: Meeting): MeetingValues => ({
  startsAt: dayjs(startsAt).format('YYYY-MM-DD'),
  time: dayjs(startsAt).format('HH:mm'),
  durationMinutes: String(durationMinutes),
  mode,
  topic,
  place: place ?? '',
  summary: summary ?? '',
});

export const bodyOf = ({
  startsAt,
  time,
  durationMinutes,
  mode,
  topic,
  place,
}: MeetingValues): MeetingBody => ({
  startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
  durationMinutes: Number(durationMinutes),
  mode,
  topic: topic.trim(),
  place: place.trim() || null,
});
