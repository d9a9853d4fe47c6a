import { Alert, Button, CopyButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Registered } from './api';

/** A system that was just connected: its secret is shown this once. */
export function Made({ system: { clientId, secret }, onClose }: { system: Registered; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  return (
    <Alert
      mb="md"
      maw={720}
      role="status"
      variant="outline"
      withCloseButton
      closeButtonLabel={common('form.close')}
      onClose={onClose}
      title={t('service.made')}
    >
      <Text size="sm">
        {t('service.clientId')}: <code>{clientId}</code>
      </Text>
      {secret && (
        <>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('service.secretIs')}: <code>{secret}</code>
          </Text>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button mt="xs" size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'service.copied' : 'service.copy')}
              </Button>
            )}
          </CopyButton>
        </>
      )}
    </Alert>
  );
}
