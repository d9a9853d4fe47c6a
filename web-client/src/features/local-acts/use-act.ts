import { useQueryClient } from '@tanstack/react-query';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { refreshActs } from './api';

/** Sends a step and reads the acts anew; where somebody was faster, the dialog says so and the step answers `false`. */
export function useAct() {
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshActs(client));

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refreshActs(client);
    return done ?? false;
  };

  return { act, dialog };
}
