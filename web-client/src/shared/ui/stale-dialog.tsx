import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/shared/api/problem';

/**
 * Somebody else changed the record meanwhile (412). `guard` wraps the sending: a stale version
 * opens the dialog instead of failing, and what the user typed stays where it is.
 * @param reload reads the newer version
 */
export function useStaleDialog(reload: () => unknown): {
  guard: <T>(send: () => Promise<T>) => Promise<T | undefined>;
  dialog: ReactNode;
} {
  const { t } = useTranslation();
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

  const dialog = (
    <Modal opened={opened} onClose={close} title={t('stale.title')}>
      <Text mb="md">{t('stale.text')}</Text>
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('stale.keep')}
        </Button>
        <Button onClick={showNew}>{t('stale.reload')}</Button>
      </Group>
    </Modal>
  );
  return { guard, dialog };
}
