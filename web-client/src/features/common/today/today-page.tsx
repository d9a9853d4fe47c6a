import type { ReactNode } from 'react';
import { Progress, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today as dayToday } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { today } from './api';
import { TaskQueue } from './task-queue';
import cls from './today-page.module.css';
import type { AgendaMeeting, AgendaProgram } from './types';

type Props = {
  /** Records a meeting in one of the running programs; another feature's. */
  logMeeting: (programs: AgendaProgram[]) => ReactNode;
};

/** What waits for me: the next meetings, one queue of tasks, my programs. */
export function TodayPage({ logMeeting }: Props) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data: agenda } = useSuspenseQuery(today.agenda());
  const running = agenda.programs.filter(({ status }) => status === 'Active');
  const waiting = agenda.counts.reduce((sum, { count }) => sum + count, 0);
  const late = agenda.tasks.filter(({ overdue }) => overdue).length;

  return (
    <>
      <PageHeader title={t('title')} summary={format.date(dayToday(), 'long')}>
        {running.length > 0 && <div className={cls.log}>{logMeeting(running)}</div>}
      </PageHeader>
      <div className={cls.columns}>
        <div className={cls.main}>
          {(agenda.meetings.length > 0 || running.length > 0) && (
            <section aria-labelledby="meetings">
              <Title order={2} id="meetings" mb="xs">
                {t('meetings.title')}
              </Title>
              {agenda.meetings.length > 0 ? (
                <ul className={cls.list}>
                  {agenda.meetings.map((meeting) => (
                    <MeetingCard key={meeting.id} meeting={meeting} />
                  ))}
                </ul>
              ) : (
                <Text c="dimmed">{t('meetings.none')}</Text>
              )}
            </section>
          )}
          <section aria-labelledby="tasks">
            <Title order={2} id="tasks">
              {t('tasks.title')}
            </Title>
            <Text size="sm" c="dimmed" mb="xs" role="status">
              {agenda.tasks.length > 0 &&
                [
                  t('tasks.count', { count: waiting }),
                  late > 0 && t('tasks.late', { count: late }),
                ]
                  .filter(Boolean)
                  .join(', ')}
            </Text>
            {agenda.tasks.length > 0 ? (
              <TaskQueue tasks={agenda.tasks} counts={agenda.counts} />
            ) : (
              <div className={cls.list}>
                <EmptyState title={t('tasks.none')} text={t('tasks.noneText')} />
              </div>
            )}
          </section>
        </div>
        {agenda.programs.length > 0 && (
          <section aria-labelledby="programs" className={cls.side}>
            <Title order={2} id="programs">
              {t('programs.title')}
            </Title>
            {agenda.programs.map((program) => (
              <ProgramCard key={program.id} program={program} />
            ))}
          </section>
        )}
      </div>
    </>
  );
}

function MeetingCard({ meeting }: { meeting: AgendaMeeting }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { startsAt, topic, mode, place, programId } = meeting;
  const link = mode === 'Online' && place?.startsWith('https://') ? place : undefined;

  return (
    <li className={cls.meeting}>
      <time dateTime={startsAt} className={cls.when}>
        {format.instant(startsAt, 'day')}
      </time>
      <div>
        <Link to="/programs/$programId" params={{ programId }} search={{ tab: 'meetings' }}>
          {topic}
        </Link>
        <Text size="sm" c="dimmed">
          {[meeting.rests && t('meetings.rests'), t(`meetings.mode.${mode}`), !link && place, meeting.with.join(', ')].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('meetings.join')}
        </a>
      )}
    </li>
  );
}

function ProgramCard({ program }: { program: AgendaProgram }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { id, title, partners, activitiesDone: done, activitiesTotal: total, nextMeetingAt } = program;
  const share = total ? (100 * done) / total : 0;

  return (
    <article className={cls.card}>
      <Link to="/programs/$programId" params={{ programId: id }}>
        {title}
      </Link>
      <Text size="sm" c="dimmed">
        {partners.join(', ')}
      </Text>
      <Progress.Root mt="xs" size={6}>
        <Progress.Section value={share} aria-label={t('programs.progress', { title })} />
      </Progress.Root>
      <Text size="sm" mt={4} className="numbers">
        {t('programs.done', { done, total })}
      </Text>
      {nextMeetingAt && (
        <Text size="sm" c="dimmed">
          {t('programs.next', { date: format.instant(nextMeetingAt, 'day') })}
        </Text>
      )}
    </article>
  );
}
