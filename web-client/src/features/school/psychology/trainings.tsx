import { useState } from 'react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { psychology, psychologyActs, type Training } from './api';

const TrainingDialog = dialogLater(async () => (await import('./training-dialog')).TrainingDialog);
const AttendanceDialog = dialogLater(async () => (await import('./attendance-dialog')).AttendanceDialog, ({ training }) => training !== undefined);

const tones: Record<Training['status'], Tone> = { Planned: 'wait', Held: 'ok', Cancelled: 'off' };
type Task = { kind: 'plan' } | { kind: 'revise' | 'attendance' | 'cancel'; training: Training };

/** Psychological trainings: planned, held with attendance, called off. */
export function Trainings({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('psychology');
  const client = useQueryClient();
  const trainings = useQuery(psychology.trainings(organizationId));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const subject = task && task.kind !== 'plan' ? task.training : undefined;

  return (
    <>
      <Group justify="end" mb="sm">
        <Button onClick={() => setTask({ kind: 'plan' })}>{t('training.plan')}</Button>
      </Group>
      <Loaded query={trainings}>
        {(items) => (
          <>
            {items.length === 0 && <EmptyState title={t('training.none')} text={t('training.noneText')} />}
            <Stack gap="xs">
              {items.map((training) => (
                <Card key={training.id} training={training} onTask={(kind) => setTask({ kind, training })} />
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <TrainingDialog
        organizationId={organizationId}
        opened={task?.kind === 'plan' || task?.kind === 'revise'}
        training={subject}
        onClose={close}
      />
      <AttendanceDialog organizationId={organizationId} training={task?.kind === 'attendance' ? subject : undefined} onClose={close} />
      <ConfirmDialog
        opened={task?.kind === 'cancel'}
        onClose={close}
        title={t('training.cancelTitle')}
        confirmLabel={t('training.cancel')}
        danger
        askReason
        onConfirm={async (reason) => {
          if (!subject) return;
          await psychologyActs.cancelTraining(organizationId, subject.id, { version: subject.version, reason });
          await client.invalidateQueries({ queryKey: psychology.all });
        }}
      />
    </>
  );
}

type CardProps = { training: Training; onTask: (kind: 'revise' | 'attendance' | 'cancel') => void };

function Card({ training, onTask }: CardProps) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const { title, topic, status, startsAt, durationMinutes, place, people, outcome } = training;
  const begun = new Date(startsAt) <= new Date();
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StatusTag tone={tones[status]}>{t(`trainingStatus.${status}`)}</StatusTag>
          </Group>
          <Text size="sm" c="dimmed">
            {[t(`topic.${topic}`), format.instant(startsAt), t('minutes', { count: durationMinutes }), place].join(' · ')}
          </Text>
          {outcome && <Text size="sm">{outcome}</Text>}
          <Text size="sm" mt={4}>
            {people
              .map(({ name, attendance }) => (attendance === 'Invited' ? name : `${name} (${t(`attendance.${attendance}`)})`))
              .join(', ')}
          </Text>
        </div>
        {status === 'Planned' && (
          <Group gap="xs" className="no-print">
            <Button variant="subtle" aria-label={`${t('training.cancel')}: ${title}`} onClick={() => onTask('cancel')}>
              {t('training.cancel')}
            </Button>
            <Button
              variant="default"
              aria-label={`${t(begun ? 'training.attendance' : 'training.revise')}: ${title}`}
              onClick={() => onTask(begun ? 'attendance' : 'revise')}
            >
              {t(begun ? 'training.attendance' : 'training.revise')}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
