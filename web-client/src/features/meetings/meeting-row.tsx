import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { meetingActs, refreshMeetings } from './api';
import { MeetingDetails } from './meeting-details';
import cls from './meetings.module.css';
import type { Meeting, MeetingStatus } from './types';

const HeldDialog = dialogLater(async () => (await import('./held-dialog')).HeldDialog);

export const tones: Record<MeetingStatus, Tone> = { Planned: 'wait', Held: 'ok', Cancelled: 'off', Missed: 'risk' };

type Props = {
  programId: string;
  meeting: Meeting;
  mayWrite: boolean;
  onMove: () => void;
  /** Given to the pair alone: nobody else has notes here. */
  onNote?: () => void;
};

export function MeetingRow({ programId, meeting, mayWrite, onMove, onNote }: Props) {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const { status, topic, startsAt, durationMinutes, mode, place, summary, cancelReason } = meeting;
  const where = [t(`mode.${mode}`), place, t('minutes', { count: durationMinutes })]
    .filter(Boolean)
    .join(' · ');

  return (
    <li className={cls.row}>
      <div>
        <time dateTime={startsAt}>{format.instant(startsAt, 'day')}</time>
        <Text component="div" size="sm">
          <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
        </Text>
      </div>
      <div>
        <div className={cls.topic}>{topic}</div>
        <Text size="sm" c="dimmed">
          {where}
        </Text>
        <MeetingDetails meeting={meeting} />
        {summary && <p className={cls.summary}>{summary}</p>}
        {cancelReason && <p className={cls.summary}>{t('because', { reason: cancelReason })}</p>}
      </div>
      <div className={cls.tools}>
        {meeting.awaitsConfirmation && <Confirm meeting={meeting} />}
        {mayWrite && status === 'Planned' && <Acts programId={programId} meeting={meeting} onMove={onMove} />}
        {onNote && status !== 'Cancelled' && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconLock size={14} aria-hidden />}
            onClick={onNote}
          >
            {t('note.open')}
            <span className="visually-hidden">: {topic}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

type Asking = 'held' | 'missed' | 'cancel' | 'series';

function Acts({ programId, meeting, onMove }: { programId: string; meeting: Meeting; onMove: () => void }) {
  const { t } = useTranslation('meetings');
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>();
  const { guard, dialog } = useStaleDialog(() => refreshMeetings(client));
  const close = () => setAsking(undefined);
  const { id, version, topic, seriesId } = meeting;

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(() => send().then(() => true));
    if (done) await refreshMeetings(client);
    return done ?? false;
  };

  return (
    <>
      {(['held', 'move', 'missed', 'cancel'] as const).map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={kind === 'held' ? 'light' : 'subtle'}
          onClick={() => (kind === 'move' ? onMove() : setAsking(kind))}
        >
          {t(`act.${kind}`)}
          <span className="visually-hidden">: {topic}</span>
        </Button>
      ))}
      {seriesId && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking('series')}>
          {t('series.cancel')}
          <span className="visually-hidden">: {topic}</span>
        </Button>
      )}
      <HeldDialog
        opened={asking === 'held'}
        onClose={close}
        topic={topic}
        onSend={(summary) => act(() => meetingActs.hold(id, version, summary))}
      />
      <ConfirmDialog
        opened={asking === 'missed'}
        onClose={close}
        title={t('missed.title')}
        confirmLabel={t('missed.confirm')}
        askReason="optional"
        onConfirm={(reason) => act(() => meetingActs.miss(id, version, reason))}
      >
        <Text>{t('missed.text')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'cancel'}
        onClose={close}
        title={t('cancel.title')}
        confirmLabel={t('cancel.confirm')}
        askReason
        danger
        onConfirm={(reason) => act(() => meetingActs.cancel(id, version, reason))}
      >
        <Text>{t('cancel.text')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'series'}
        onClose={close}
        title={t('series.cancelTitle')}
        confirmLabel={t('series.cancel')}
        askReason
        danger
        onConfirm={(reason) => act(() => meetingActs.cancelSeries(programId, seriesId ?? '', reason))}
      >
        <Text>{t('series.cancelText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

/** A participant says to come, or that the meeting was held as it is recorded. */
function Confirm({ meeting: { id, version, status, topic } }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshMeetings(client));
  const confirm = useMutation({
    mutationKey: ['meetings', 'confirm'],
    mutationFn: () => guard(() => meetingActs.confirm(id, version)),
    onSuccess: () => refreshMeetings(client),
  });

  return (
    <>
      <Button size="compact-sm" variant="light" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t(status === 'Planned' ? 'confirm.come' : 'confirm.was')}
        <span className="visually-hidden">: {topic}</span>
      </Button>
      {dialog}
    </>
  );
}
