import { useState, type ReactNode } from 'react';
import { isStale } from '@/shared/api/problem';
import { dialogLater } from './later';

const StaleModal = dialogLater(async () => (await import('./stale-modal')).StaleModal);

/**
 * Somebody else changed the record meanwhile (412). `guard` wraps the sending: a stale version
 * opens the dialog instead of failing, and what the user typed stays where it is.
 * @param reload reads the newer version
 */
export function useStaleDialog(reload: () => unknown): {
  guard: <T>(send: () => Promise<T>) => Promise<T | undefined>;
  dialog: ReactNode;
} {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);

  const guard = async <T,>(send: () => Promise<T>) => {
    try {
      return await send();
    } catch (error) {
      if (!isStale(error)) throw error;
      setOpened(true);
      return undefined;
    }
  };

  const showNew = () => {
    close();
    void reload();
  };

  const dialog = <StaleModal opened={opened} onClose={close} onShowNew={showNew} />;
  return { guard, dialog };
}
