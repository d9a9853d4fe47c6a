import { useQueryClient } from '@tanstack/react-query';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { refreshPrograms } from './api';

/**
 * Sends an act on a program and reads the program anew. Where somebody was faster, the dialog
 * says so, and what was typed stays on the screen: the act then answers `false`.
 */
export function useAct() {
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshPrograms(client));

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refreshPrograms(client);
    return done ?? false;
  };

  return { act, dialog };
}
