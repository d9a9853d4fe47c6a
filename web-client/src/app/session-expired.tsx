import { useEffect } from 'react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { auth } from './auth';

/** Signing in leaves the page, so we ask first: there may be unsaved text on it. */
export function SessionExpired() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();

  useEffect(() => {
    auth.onExpired = open;
  }, [open]);

  return (
    <Modal opened={opened} onClose={close} title={t('session.expired')}>
      <Text mb="md">{t('session.expiredText')}</Text>
      <Group justify="end">
        <Button variant="default" onClick={close}>
          {t('session.stay')}
        </Button>
        <Button onClick={auth.startAgain}>{t('session.signInAgain')}</Button>
      </Group>
    </Modal>
  );
}
