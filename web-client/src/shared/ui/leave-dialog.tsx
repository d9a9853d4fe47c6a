import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { opened: boolean; onClose: () => void; onLeave: () => void };

export function LeaveDialog({ opened, onClose, onLeave }: Props) {
  const { t } = useTranslation();

  return (
    <Modal opened={opened} onClose={onClose} title={t('leave.title')}>
      <Text mb="md">{t('leave.text')}</Text>
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onLeave}>
          {t('leave.go')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
