import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { isOver } from './meeting-time';
import type { Meeting, MeetingStatus } from './types';

const tones: Record<MeetingStatus, Tone> = { Planned: 'wait', Held: 'ok', Cancelled: 'off', Missed: 'risk' };

/** What became of a meeting; one that is over and still planned waits for somebody to say it. */
export function MeetingState({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { status } = meeting;
  if (status === 'Planned' && isOver(meeting)) return <StatusTag tone="risk">{t('status.unmarked')}</StatusTag>;
  return <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>;
}
