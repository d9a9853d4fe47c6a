import { useBlocker } from '@tanstack/react-router';
import { dialogLater } from './later';

const LeaveDialog = dialogLater(async () => (await import('./leave-dialog')).LeaveDialog);

/** Asks before unsaved work is left behind, by a link, by Back or by closing the tab. */
export function useLeaveGuard(hasUnsaved: boolean) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  });

  return <LeaveDialog opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} onLeave={() => blocker.proceed?.()} />;
}
