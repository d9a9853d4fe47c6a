import { useState, type ReactNode } from 'react';
import { Button, Group, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { meetings } from './api';
import type { MeetingTask } from './meeting-form';
import { MeetingRow } from './meeting-row';
import { isOver } from './meeting-time';
import cls from './meetings.module.css';
import type { GoalOption, Meeting } from './types';

const MeetingDialog = dialogLater(async () => (await import('./meeting-form')).MeetingDialog, ({ task }) => task !== undefined);
const NoteDrawer = dialogLater(async () => (await import('./note-drawer')).NoteDrawer, ({ meeting }) => meeting !== undefined);

type Props = {
  programId: string;
  /** What the reader may do with them; notes are the pair's alone. */
  may: { write: boolean; notes: boolean };
  /** Goals of the program that topics may serve. */
  goals?: readonly GoalOption[];
};

/** The meetings of a pair: what waits to be recorded first, then what is ahead, what of it was called off, then what was. */
export function Meetings({ programId, may, goals = [] }: Props) {
  const { t } = useTranslation('meetings');
  const [task, setTask] = useState<MeetingTask>();
  const [noted, setNoted] = useState<Meeting>();
  const pages = useInfiniteQuery(meetings.ofProgram(programId));
  const all = pages.data?.pages.flatMap(({ items }) => items);

  const byStart = (a: Meeting, b: Meeting) => a.startsAt.localeCompare(b.startsAt);
  const planned = all?.filter(({ status }) => status === 'Planned').sort(byStart);
  const unmarked = planned?.filter((meeting) => isOver(meeting));
  const ahead = planned?.filter((meeting) => !isOver(meeting));
  const isOff = (meeting: Meeting) => meeting.status === 'Cancelled' && !isOver(meeting);
  const calledOff = all?.filter(isOff).sort(byStart);
  const behind = all?.filter((meeting) => meeting.status !== 'Planned' && !isOff(meeting)).sort((a, b) => byStart(b, a));
  const list = (rows: Meeting[]) => (
    <ul className={cls.list}>
      {rows.map((meeting) => (
        <MeetingRow
          key={meeting.id}
          programId={programId}
          meeting={meeting}
          mayWrite={may.write}
          onTask={setTask}
          {...(may.notes ? { onNote: () => setNoted(meeting) } : {})}
        />
      ))}
    </ul>
  );

  const plan = () => setTask({ kind: 'plan', programId });
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;

  return (
    <Stack gap="lg">
      {may.write && (
        <Group gap="xs">
          <Button onClick={plan}>{t('plan')}</Button>
          <Button variant="default" onClick={() => setTask({ kind: 'log', programId })}>
            {t('log')}
          </Button>
        </Group>
      )}
      {all?.length === 0 && <EmptyState title={t('none')} text={t(may.write ? 'noneText' : 'noneYet')} />}
      <Section id="unmarked" rows={unmarked} list={list} />
      <Section id="ahead" rows={ahead} list={list} />
      <Section id="cancelled" rows={calledOff} list={list} />
      <Section id="behind" rows={behind} list={list} />
      {pages.hasNextPage && <LoadMore pages={pages} shown={all?.length ?? 0} />}
      <MeetingDialog task={task} goals={goals} onClose={() => setTask(undefined)} />
      <NoteDrawer meeting={noted} onClose={() => setNoted(undefined)} />
    </Stack>
  );
}

type SectionProps = { id: 'unmarked' | 'ahead' | 'cancelled' | 'behind'; rows: Meeting[] | undefined; list: (rows: Meeting[]) => ReactNode };

/** Meetings of one kind under their heading; nothing where there are none. */
function Section({ id, rows = [], list }: SectionProps) {
  const { t } = useTranslation('meetings');
  if (!rows.length) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {t(id)}
      </Title>
      {list(rows)}
    </section>
  );
}
