import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { meetings } from './api';
import { MeetingActs, MeetingConfirm } from './meeting-acts';
import { MeetingDetails } from './meeting-details';
import type { MeetingTask } from './meeting-form';
import { MeetingState } from './meeting-state';
import cls from './meetings.module.css';
import type { WeekItem } from './types';

const MeetingDialog = dialogLater(async () => (await import('./meeting-form')).MeetingDialog, ({ task }) => task !== undefined);

type Props = { organizationId: string; from: string | undefined; onFrom: (from: string | undefined) => void };

const DAYS = 7;
const day = (monday: string, index: number) => dayjs(monday).add(index, 'day').format('YYYY-MM-DD');

/** All meetings of a school in a week, day by day. */
export function WeekPage({ organizationId, from, onFrom }: Props) {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const [task, setTask] = useState<MeetingTask>();
  const week = useQuery(meetings.week(organizationId, from));
  const monday = week.data?.monday;
  const days = monday ? Array.from({ length: DAYS }, (_, index) => day(monday, index)) : [];
  const items = week.data?.items ?? [];

  return (
    <>
      <PageHeader
        title={t('week.title')}
        summary={monday && t('week.of', { from: format.date(monday, 'long'), to: format.date(day(monday, DAYS - 1), 'long') })}
      >
        <Group gap="xs">
          <Button
            variant="default"
            disabled={!monday}
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={() => monday && onFrom(day(monday, -DAYS))}
          >
            {t('week.before')}
          </Button>
          <Button variant="default" disabled={from === undefined} onClick={() => onFrom(undefined)}>
            {t('week.now')}
          </Button>
          <Button
            variant="default"
            disabled={!monday}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => monday && onFrom(day(monday, DAYS))}
          >
            {t('week.after')}
          </Button>
        </Group>
      </PageHeader>
      {week.error && <Failure error={week.error} onRetry={() => void week.refetch()} />}
      {week.data && items.length === 0 && (
        <EmptyState title={t('week.none')} text={t('week.noneText')}>
          <LinkButton to="/school/$orgId/programs" params={{ orgId: organizationId }} variant="default">
            {t('week.programs')}
          </LinkButton>
        </EmptyState>
      )}
      {days
        .filter((one) => items.some((item) => item.day === one))
        .map((one) => (
          <section key={one} aria-labelledby={`day-${one}`} className={cls.day}>
            <Title order={2} id={`day-${one}`} mb="xs">
              {dayjs(one).locale(format.language).format('dddd')}, {format.date(one, 'long')}
            </Title>
            <ul className={cls.list}>
              {items
                .filter((item) => item.day === one)
                .map((item) => (
                  <Row key={item.meeting.id} item={item} zone={week.data?.timeZone ?? 'UTC'} onTask={setTask} />
                ))}
            </ul>
          </section>
        ))}
      <MeetingDialog task={task} onClose={() => setTask(undefined)} />
    </>
  );
}

type RowProps = { item: WeekItem; zone: string; onTask: (task: MeetingTask) => void };

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
