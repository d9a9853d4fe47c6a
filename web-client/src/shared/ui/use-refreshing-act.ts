import { useStaleDialog } from './stale-dialog';

/**
 * Sends an act and reads anew what it changed. Where somebody was faster, a dialog says so, and
 * what was typed stays on the screen: the act then answers `false`.
 */
export function useRefreshingAct(refresh: () => Promise<unknown>) {
  const { guard, dialog } = useStaleDialog(refresh);

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refresh();
    return done ?? false;
  };

  return { act, dialog };
}
