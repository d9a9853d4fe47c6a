import { useState } from 'react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Initiative, Meeting } from './api';

const MeetingDialog = dialogLater(async () => (await import('./group-dialogs')).MeetingDialog);
const CancelDialog = dialogLater(async () => (await import('./group-dialogs')).CancelDialog, ({ meeting }) => meeting !== undefined);

/** When the group meets. */
export function Meetings({ one }: { one: Initiative }) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const [isPlanning, setPlanning] = useState(false);
  const [cancelling, setCancelling] = useState<Meeting>();
  const works = one.steps.includes('Work');
  const isAhead = ({ startsAt, status }: Meeting) => status === 'Planned' && Date.parse(startsAt) > now;
  return (
    <section aria-labelledby="meetings">
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4" id="meetings">
          {t('meetings')}
        </Title>
        {works && (
          <Button variant="default" onClick={() => setPlanning(true)}>
            {t('meeting.plan')}
          </Button>
        )}
      </Group>
      {one.meetings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('meeting.none')}
        </Text>
      )}
      <Stack gap="xs">
        {one.meetings.map((meeting) => (
          <Paper component="article" key={meeting.id} withBorder p="sm" radius="md" aria-label={meeting.topic}>
            <Group justify="space-between" gap="xs">
              <Text fw={600}>{meeting.topic}</Text>
              {meeting.status === 'Cancelled' && <StatusTag tone="off">{t('meeting.cancelled')}</StatusTag>}
            </Group>
            <Text size="sm">
              {format.instant(meeting.startsAt)} · {t('meeting.minutes', { count: meeting.durationMinutes })}
              {meeting.place && ` · ${meeting.place}`}
            </Text>
            {meeting.reason && <Text size="sm">{meeting.reason}</Text>}
            {isAhead(meeting) && (
              <Group gap="sm" mt={4}>
                {meeting.link && (
                  <Anchor size="sm" href={meeting.link} target="_blank" rel="noreferrer">
                    {t('meeting.join')}
                  </Anchor>
                )}
                {works && (
                  <Button size="compact-sm" variant="default" onClick={() => setCancelling(meeting)}>
                    {t('meeting.cancel')}
                  </Button>
                )}
              </Group>
            )}
          </Paper>
        ))}
      </Stack>
      <MeetingDialog initiativeId={one.id} opened={isPlanning} onClose={() => setPlanning(false)} />
      <CancelDialog initiativeId={one.id} meeting={cancelling} onClose={() => setCancelling(undefined)} />
    </section>
  );
}
