import { useState } from 'react';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { MeetingActs, MeetingConfirm } from './meeting-acts';
import { MeetingDetails } from './meeting-details';
import type { MeetingTask } from './meeting-form';
import { MeetingState } from './meeting-state';
import cls from './meetings.module.css';
import type { SchoolMeeting } from './types';

const MeetingDialog = dialogLater(async () => (await import('./meeting-form')).MeetingDialog, ({ task }) => task !== undefined);

type Props = { items: readonly SchoolMeeting[]; zone: string };

/** Meetings of a school, day by day. */
export function MeetingDays({ items, zone }: Props) {
  const format = useFormat();
  const [task, setTask] = useState<MeetingTask>();
  const days = [...new Set(items.map(({ day }) => day))];

  return (
    <>
      {days.map((one) => (
        <section key={one} aria-labelledby={`day-${one}`} className={cls.day}>
          <Title order={2} id={`day-${one}`} mb="xs">
            {dayjs(one).locale(format.language).format('dddd')}, {format.date(one, 'long')}
          </Title>
          <ul className={cls.list}>
            {items
              .filter(({ day }) => day === one)
              .map((item) => (
                <Row key={item.meeting.id} item={item} zone={zone} onTask={setTask} />
              ))}
          </ul>
        </section>
      ))}
      <MeetingDialog task={task} onClose={() => setTask(undefined)} />
    </>
  );
}

type RowProps = { item: SchoolMeeting; zone: string; onTask: (task: MeetingTask) => void };

function Row({ item: { meeting, programId, programTitle, mentors, mentees, mayWrite }, zone, onTask }: RowProps) {
  const { t } = useTranslation('meetings');
  const { language } = useFormat();
  const { startsAt, durationMinutes, status, topic, mode, place } = meeting;
  // A day of the school begins and ends by the school's clock, so its hours are told by it too.
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(startsAt));

  return (
    <li className={cls.row}>
      <div>
        <time dateTime={startsAt}>{time}</time>
        <Text component="div" size="sm">
          <MeetingState meeting={meeting} />
        </Text>
      </div>
      <div>
        <div className={cls.topic}>{topic}</div>
        <Text size="sm">{[mentors, mentees].filter(Boolean).join(' — ')}</Text>
        <Link to="/programs/$programId" params={{ programId }} search={{ tab: 'meetings' }}>
          {programTitle}
        </Link>
        <Text size="sm" c="dimmed">
          {[t(`mode.${mode}`), place, t('minutes', { count: durationMinutes })].filter(Boolean).join(' · ')}
        </Text>
        <MeetingDetails meeting={meeting} />
      </div>
      <div className={cls.tools}>
        <MeetingConfirm meeting={meeting} />
        {mayWrite && status === 'Planned' && <MeetingActs programId={programId} meeting={meeting} onTask={onTask} />}
      </div>
    </li>
  );
}
