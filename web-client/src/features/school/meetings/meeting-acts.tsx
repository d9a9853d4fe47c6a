import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { meetingActs } from './acts';
import { refreshMeetings } from './api';
import type { MeetingTask } from './meeting-form';
import { hasBegun } from './meeting-time';
import type { Meeting } from './types';

const HeldDialog = dialogLater(async () => (await import('./held-dialog')).HeldDialog);

type Asking = 'held' | 'missed' | 'cancel' | 'series';
type Props = { programId: string; meeting: Meeting; onTask: (task: MeetingTask) => void };

/** What can be done with a planned meeting: ahead it is prepared, moved or called off, afterwards it is recorded. */
export function MeetingActs({ programId, meeting, onTask }: Props) {
  const { t } = useTranslation('meetings');
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>();
  const { guard, dialog } = useStaleDialog(() => refreshMeetings(client));
  const close = () => setAsking(undefined);
  const { id, version, topic, seriesId, agenda } = meeting;

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(() => send().then(() => true));
    if (done) await refreshMeetings(client);
    return done ?? false;
  };
  const button = (label: string, onClick: () => void, variant: 'light' | 'subtle' = 'subtle') => (
    <Button size="compact-sm" variant={variant} onClick={onClick}>
      {label}
      <span className="visually-hidden">: {topic}</span>
    </Button>
  );

  return (
    <>
      {hasBegun(meeting) ? (
        <>
          {button(t('act.held'), () => setAsking('held'), 'light')}
          {button(t('act.missed'), () => setAsking('missed'))}
        </>
      ) : (
        <>
          {button(t(agenda.length > 0 ? 'act.agendaChange' : 'act.agenda'), () => onTask({ kind: 'agenda', meeting }))}
          {button(t('act.calendar'), () => void download(`/api/v1/meetings/${id}/calendar.ics`, 'meeting.ics'))}
          {button(t('act.move'), () => onTask({ kind: 'move', meeting }))}
          {button(t('act.cancel'), () => setAsking('cancel'))}
        </>
      )}
      {seriesId && button(t('series.cancel'), () => setAsking('series'))}
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

/** A participant says to come, or that the meeting was held as it is recorded; while it waits to be recorded there is nothing to say. */
export function MeetingConfirm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshMeetings(client));
  const { id, version, status, topic, awaitsConfirmation } = meeting;
  const confirm = useMutation({
    mutationKey: ['meetings', 'confirm'],
    mutationFn: () => guard(() => meetingActs.confirm(id, version)),
    onSuccess: () => refreshMeetings(client),
  });
  if (!awaitsConfirmation || (status === 'Planned' && hasBegun(meeting))) return null;

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
