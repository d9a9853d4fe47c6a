import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before unsaved work is left behind, by a link, by Back or by closing the tab. */
export function useLeaveGuard(hasUnsaved: boolean) {
  const { t } = useTranslation('programs');
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  });
  const isAsking = blocker.status === 'blocked';
  const stay = () => blocker.reset?.();

  return (
    <Modal opened={isAsking} onClose={stay} title={t('leave.title')}>
      <Text mb="md">{t('leave.text')}</Text>
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave.go')}
        </Button>
        <Button data-autofocus onClick={stay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
