import { lazy, Suspense } from 'react';
import { Anchor, Box, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TotpSecret } from './api';

// Few people come here, and only once.
const QrCode = lazy(async () => ({ default: (await import('@/shared/ui/qr-code')).QrCode }));

/** The secret in the three ways that applications take it: by camera, by link, by hand. */
export function TotpSecretView({ secret: { secret, uri } }: { secret: TotpSecret }) {
  const { t } = useTranslation('identity');
  return (
    <Stack gap="xs" align="start">
      <Text size="sm">{t('twoFactor.scan')}</Text>
      <Box w={208} h={208}>
        <Suspense>
          <QrCode text={uri} label={t('twoFactor.qr')} />
        </Suspense>
      </Box>
      <Anchor href={uri} size="sm">
        {t('twoFactor.open')}
      </Anchor>
      <div>
        <Text size="sm">{t('twoFactor.secret')}</Text>
        <Code fz="sm">{secret.match(/.{1,4}/g)?.join(' ')}</Code>
      </div>
    </Stack>
  );
}
