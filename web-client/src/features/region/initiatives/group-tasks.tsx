import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import { initiativeActs } from './acts';
import type { GroupTask, Initiative } from './api';
import { taskTones } from './search';

const TaskDialog = dialogLater(async () => (await import('./group-dialogs')).TaskDialog);
const FinishDialog = dialogLater(async () => (await import('./group-dialogs')).FinishDialog, ({ task }) => task !== undefined);

type Attempt = (send: () => Promise<unknown>, word?: string) => void;

/** What the group has set itself. */
export function GroupTasks({ one, attempt }: { one: Initiative; attempt: Attempt }) {
  const { t } = useTranslation('initiatives');
  const [isSetting, setSetting] = useState(false);
  const [finishing, setFinishing] = useState<GroupTask>();
  return (
    <section aria-labelledby="tasks">
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4" id="tasks">
          {t('tasks')}
        </Title>
        {one.steps.includes('Work') && (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('task.set')}
          </Button>
        )}
      </Group>
      {one.tasks.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('task.none')}
        </Text>
      )}
      <Stack gap="xs">
        {one.tasks.map((task) => (
          <Line key={task.id} id={one.id} task={task} attempt={attempt} onFinish={() => setFinishing(task)} />
        ))}
      </Stack>
      <TaskDialog one={one} opened={isSetting} onClose={() => setSetting(false)} />
      <FinishDialog initiativeId={one.id} task={finishing} onClose={() => setFinishing(undefined)} />
    </section>
  );
}

function Line({ id, task, attempt, onFinish }: { id: string; task: GroupTask; attempt: Attempt; onFinish: () => void }) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const { title, text, dueOn, overdue, status, takerName, result, steps } = task;
  return (
    <Paper component="article" withBorder p="sm" radius="md" aria-label={title}>
      <Group justify="space-between" gap="xs" align="start">
        <Text fw={600} style={{ flex: '1 1 220px' }}>
          {title}
        </Text>
        <StatusTag tone={overdue ? 'risk' : taskTones[status]}>{t(overdue ? 'overdue' : `taskStatus.${status}`)}</StatusTag>
      </Group>
      <Text size="sm" c="dimmed">
        {[takerName ?? t('task.free'), dueOn && t('dueBy', { date: format.date(dueOn) })].filter(Boolean).join(' · ')}
      </Text>
      {text && <Text size="sm">{text}</Text>}
      {result && (
        <Text size="sm">
          {t('task.result')}: {result}
        </Text>
      )}
      {steps.length > 0 && (
        <Group gap={6} mt={6}>
          {steps.map((step) =>
            step === 'Finish' ? (
              <Button key={step} size="compact-sm" onClick={onFinish}>
                {t('taskStep.Finish')}
              </Button>
            ) : (
              <Button
                key={step}
                size="compact-sm"
                variant={step === 'Take' ? 'filled' : 'default'}
                onClick={() => attempt(() => sends[step](id, task), t(`taskStep.${step}`))}
              >
                {t(`taskStep.${step}`)}
              </Button>
            ),
          )}
        </Group>
      )}
    </Paper>
  );
}

const sends = { Take: initiativeActs.takeTask, GiveBack: initiativeActs.giveBackTask, Drop: initiativeActs.dropTask };
