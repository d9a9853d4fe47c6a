import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { MeetingActs, MeetingConfirm } from './meeting-acts';
import { MeetingDetails } from './meeting-details';
import type { MeetingTask } from './meeting-form';
import { MeetingState } from './meeting-state';
import cls from './meetings.module.css';
import type { Meeting } from './types';

type Props = {
  programId: string;
  meeting: Meeting;
  mayWrite: boolean;
  onTask: (task: MeetingTask) => void;
  /** Given to the pair alone: nobody else has notes here. */
  onNote?: () => void;
};

export function MeetingRow({ programId, meeting, mayWrite, onTask, onNote }: Props) {
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
          <MeetingState meeting={meeting} />
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
        <MeetingConfirm meeting={meeting} />
        {mayWrite && status === 'Planned' && <MeetingActs programId={programId} meeting={meeting} onTask={onTask} />}
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
