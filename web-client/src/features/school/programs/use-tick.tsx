import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { programActs } from './acts';
import { programs, refreshPrograms } from './api';
import type { Activity, Program } from './types';

const UNDO_MS = 6000;

/** Marks roadmap activities done at once on the screen; a slip can be taken back for six seconds. */
export function useTick(programId: string) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const key = programs.detail(programId).queryKey;

  const show = (activityId: string, doneOn: string | null) =>
    client.setQueryData<Program>(key, (program) => program && withDone(program, activityId, doneOn));

  const mutation = useMutation({
    mutationKey: ['programs', 'tick'],
    mutationFn: ({ activity, done }: { activity: Activity; done: boolean }) =>
      done
        ? programActs.completeActivity(programId, activity.id, activity.version)
        : programActs.reopenActivity(programId, activity.id),
    onMutate: async ({ activity, done }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Program>(key);
      show(activity.id, done ? today() : null);
      return before;
    },
    onError: (_error, _variables, before) => {
      if (before) client.setQueryData(key, before);
    },
    onSuccess: (_answer, { activity, done }) => {
      if (done) offerUndo(activity);
    },
    onSettled: () => refreshPrograms(client),
  });

  function offerUndo(activity: Activity) {
    const id = notifications.show({
      autoClose: UNDO_MS,
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('roadmap.marked', { activity: activity.activity })}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              mutation.mutate({ activity, done: false });
            }}
          >
            {common('undo.action')}
          </Button>
        </Group>
      ),
    });
  }

  return (activity: Activity, done: boolean) => mutation.mutate({ activity, done });
}

const withDone = (program: Program, activityId: string, doneOn: string | null): Program => ({
  ...program,
  activities: program.activities.map((one) => (one.id === activityId ? { ...one, doneOn } : one)),
});
