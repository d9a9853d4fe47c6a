import { notifications } from '@mantine/notifications';
import { problemText } from '@/shared/api/problem-text';
import { sayDone } from './say-done';
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

  /** For a button without a form: that it is done, and what the server refuses, is said in a message. @param word what the button is called */
  const attempt = (send: () => Promise<unknown>, word?: string) => {
    act(send)
      .then((done) => done && word && sayDone(word))
      .catch((error: unknown) => notifications.show({ color: 'red', message: problemText(error) }));
  };

  return { act, attempt, dialog };
}
