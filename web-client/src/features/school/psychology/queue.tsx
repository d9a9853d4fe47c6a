import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { psychology, type QueueItem } from './api';
import type { PsychTab } from './tabs';

type Props = { organizationId: string; onTab: (tab: PsychTab, open?: string) => void };

const places: Record<QueueItem['kind'], PsychTab> = {
  TrainingToClose: 'trainings',
  PulseToClose: 'climate',
  TaskDue: 'plan',
  OpinionToGive: 'pairs',
  ReadinessToCheck: 'readiness',
};

const opened = ({ kind, mentorId, menteeId, subjectId }: QueueItem) => {
  if (kind === 'OpinionToGive') return `${mentorId ?? ''}:${menteeId ?? ''}`;
  return kind === 'ReadinessToCheck' ? subjectId : undefined;
};

/** What waits for the psychologist, each with the step that takes it away. */
export function Queue({ organizationId, onTab }: Props) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const queue = useQuery(psychology.queue(organizationId));
  const day = today();

  return (
    <Loaded query={queue}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={t('queue.none')} text={t('queue.noneText')}>
            <Button variant="default" onClick={() => onTab('plan')}>
              {t('queue.toPlan')}
            </Button>
          </EmptyState>
        ) : (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((item) => (
              <Paper
                key={`${item.kind}:${item.subjectId}:${item.menteeId ?? ''}`}
                component="li"
                withBorder
                p="sm"
              >
                <Group justify="space-between" gap="sm">
                  <div style={{ flex: '1 1 220px', minWidth: 0 }}>
                    <StatusTag tone={item.dueOn && item.dueOn < day ? 'risk' : 'wait'}>{t(`queueKind.${item.kind}`)}</StatusTag>
                    <Text>{item.text}</Text>
                    {item.dueOn && (
                      <Text size="sm" c="dimmed">
                        {t('queue.due', { date: format.date(item.dueOn) })}
                      </Text>
                    )}
                  </div>
                  <Button
                    variant="default"
                    aria-label={`${t(`queueAct.${item.kind}`)}: ${item.text}`}
                    onClick={() => onTab(places[item.kind], opened(item))}
                  >
                    {t(`queueAct.${item.kind}`)}
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}
