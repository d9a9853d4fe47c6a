import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { opened: boolean; onClose: () => void; onShowNew: () => void };

export function StaleModal({ opened, onClose, onShowNew }: Props) {
  const { t } = useTranslation();

  return (
    <Modal opened={opened} onClose={onClose} title={t('stale.title')}>
      <Text mb="md">{t('stale.text')}</Text>
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('stale.keep')}
        </Button>
        <Button onClick={onShowNew}>{t('stale.reload')}</Button>
      </Group>
    </Modal>
  );
}
