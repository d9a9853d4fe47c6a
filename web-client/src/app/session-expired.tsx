import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { auth } from './auth';

type Props = { opened: boolean; onClose: () => void };

/** Signing in leaves the page, so we ask first: there may be unsaved text on it. */
export function SessionExpired({ opened, onClose }: Props) {
  const { t } = useTranslation();

  return (
    <Modal opened={opened} onClose={onClose} title={t('session.expired')}>
      <Text mb="md">{t('session.expiredText')}</Text>
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {t('session.stay')}
        </Button>
        <Button onClick={auth.startAgain}>{t('session.signInAgain')}</Button>
      </Group>
    </Modal>
  );
}
