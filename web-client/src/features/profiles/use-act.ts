import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problem-text';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { refreshProfiles } from './api';

/** Sends an act and reads the profiles anew. Where somebody was faster, the dialog says so and the act answers `false`. */
export function useAct() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshProfiles(client));

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refreshProfiles(client);
    return done ?? false;
  };

  /** For a button without a form: what the server refuses is said in a message. */
  const attempt = (send: () => Promise<unknown>) => {
    act(send).catch((error: unknown) =>
      notifications.show({ color: 'red', message: problemText(error), closeButtonProps: { 'aria-label': t('form.close') } }),
    );
  };

  return { act, attempt, dialog };
}
