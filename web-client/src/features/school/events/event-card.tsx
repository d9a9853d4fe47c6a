import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { PublicEvent } from './api';

export type EventTask = { kind: 'revise' | 'hold' | 'tell' | 'cancel'; event: PublicEvent };

const tones: Record<PublicEvent['status'], Tone> = { Planned: 'wait', Held: 'ok', Cancelled: 'off' };
type Props = { organizationId: string; event: PublicEvent; mayManage: boolean; maySite: boolean; onTask: (task: EventTask) => void };

/** One event: when, where, for whom, and what came of it. */
export function EventCard({ organizationId, event, mayManage, maySite, onTask }: Props) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const { kind, audience, title, startsAt, place, link, responsibleName, programme, status, cameStaff, cameGuests, result, sitePostId } = event;
  const begun = startsAt <= new Date().toISOString();
  const act = (task: EventTask['kind'], label: string) => (
    <Button variant={task === 'hold' ? 'default' : 'subtle'} aria-label={`${label}: ${title}`} onClick={() => onTask({ kind: task, event })}>
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="sm" component="section" aria-label={`${title}, ${format.instant(startsAt)}`}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
          </Group>
          <Text size="sm" c="dimmed">
            {[t(`kind.${kind}`), t(`audience.${audience}`), format.instant(startsAt), place].filter(Boolean).join(' · ')}
          </Text>
          {link && (
            <Anchor size="sm" href={link} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
              {link}
            </Anchor>
          )}
          {programme && (
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {programme}
            </Text>
          )}
          <Text size="sm">{t('responsibleIs', { name: responsibleName })}</Text>
          {status === 'Held' && <Text size="sm">{t('came', { staff: format.number(cameStaff ?? 0), guests: format.number(cameGuests ?? 0) })}</Text>}
          {result && <Text size="sm">{t(status === 'Cancelled' ? 'reasonIs' : 'resultIs', { text: result })}</Text>}
          {sitePostId && status !== 'Cancelled' && (
            <a href={`/site/${organizationId}/${sitePostId}`} target="_blank" rel="noreferrer">
              {t('onSite')}
            </a>
          )}
        </div>
        <Group gap="xs" className="no-print">
          {maySite && status !== 'Cancelled' && act('tell', t(sitePostId ? 'tellAgain' : 'tell'))}
          {mayManage && status === 'Planned' && (
            <>
              {act('revise', t('edit'))}
              {act('cancel', t('cancel'))}
              {begun && act('hold', t('hold'))}
            </>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
