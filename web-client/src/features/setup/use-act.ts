import { useQueryClient } from '@tanstack/react-query';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { refreshSetup } from './api';

/** Sends a change and reads the set-up anew; where somebody was faster, the dialog says so and it answers `false`. */
export function useAct() {
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshSetup(client));

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refreshSetup(client);
    return done ?? false;
  };

  return { act, dialog };
}
