import dayjs from 'dayjs';
import type { Meeting, MeetingBody, MeetingMode, SeriesBody } from './types';

/** A topic of the agenda and the goal that it serves. */
export type TopicValues = { text: string; goalId: string };

export const repeats = ['no', 'weekly', 'biweekly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

/** The form of a meeting: the instant is typed as a day and a time of the reader's own zone. */
export type MeetingValues = {
  startsAt: string;
  time: string;
  durationMinutes: string;
  mode: MeetingMode;
  topic: string;
  place: string;
  link: string;
  agenda: TopicValues[];
  repeat: Repeat;
  /** How many meetings a recurring plan has. */
  times: string;
  summary: string;
};

const HOUR = 60;
const USUAL_MINUTES = 45;
const USUAL_TIMES = 10;

export const newMeeting = (): MeetingValues => ({
  startsAt: '',
  time: '',
  durationMinutes: String(USUAL_MINUTES),
  mode: 'InPerson',
  topic: '',
  place: '',
  link: '',
  agenda: [],
  repeat: 'no',
  times: String(USUAL_TIMES),
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
  link,
  agenda,
  summary,
}: Meeting): MeetingValues => ({
  ...newMeeting(),
  startsAt: dayjs(startsAt).format('YYYY-MM-DD'),
  time: dayjs(startsAt).format('HH:mm'),
  durationMinutes: String(durationMinutes),
  mode,
  topic,
  place: place ?? '',
  link: link ?? '',
  agenda: agenda.map(({ text, goalId }) => ({ text, goalId: goalId ?? '' })),
  summary: summary ?? '',
});

export const bodyOf = (values: MeetingValues): MeetingBody => {
  const { startsAt, time, durationMinutes, mode, topic, place } = values;
  const link = values.link.trim();
  const agenda = values.agenda
    .filter(({ text }) => text.trim())
    .map(({ text, goalId }) => ({ text: text.trim(), goalId: goalId || null }));
  return {
    startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
    durationMinutes: Number(durationMinutes),
    mode,
    topic: topic.trim(),
    place: place.trim() || null,
    ...(link ? { link } : {}),
    ...(agenda.length > 0 ? { agenda } : {}),
  };
};

const rules: Record<Exclude<Repeat, 'no'>, string> = {
  weekly: 'FREQ=WEEKLY',
  biweekly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
};

/** Meetings that repeat; absent where there is one. */
export const seriesOf = (values: MeetingValues): SeriesBody | undefined =>
  values.repeat === 'no'
    ? undefined
    : { ...bodyOf(values), rule: `${rules[values.repeat]};COUNT=${Number(values.times)}` };
