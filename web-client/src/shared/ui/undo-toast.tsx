import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { problemText } from '@/shared/api/problem-text';

const SECONDS = 6;

type Undoable = {
  /** What is about to happen, in the past tense: "Черновик удалён". */
  message: string;
  /** Sends it, once the time to change one's mind is over. */
  act: () => Promise<unknown>;
  /** Brings the screen back, after undo or a failure. */
  restore: () => void;
};

/** For cheap deletes: the screen changes at once, the server hears of it six seconds later. */
export function undoable({ message, act, restore }: Undoable) {
  let undone = false;
  const fail = (error: unknown) => {
    restore();
    showFailure(error);
  };
  const hide = showToast(
    message,
    () => {
      undone = true;
      hide();
      restore();
    },
    () => {
      if (!undone) void act().catch(fail);
    },
  );
}

/** For what is saved already and easily taken back: `undo` sends the opposite. */
export function offerUndo({ message, undo }: { message: string; undo: () => Promise<unknown> }) {
  const hide = showToast(message, () => {
    hide();
    void undo().catch(showFailure);
  });
}

/** @returns takes the message away */
function showToast(message: string, onUndo: () => void, onClose?: () => void) {
  const id = notifications.show({
    autoClose: SECONDS * 1000,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={onUndo}>
          {i18n.t('undo.action')}
        </Button>
      </Group>
    ),
    ...(onClose ? { onClose } : {}),
  });
  return () => notifications.hide(id);
}

const showFailure = (error: unknown) =>
  notifications.show({ color: 'red', message: problemText(error) });
