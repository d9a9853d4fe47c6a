import { useState } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '@/shared/me/api';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import { identity } from './api';
import { CodeForm } from './code-form';
import { Success } from './success';
import { TotpSecretView } from './totp-secret';

/** Turns the second step of sign-in on and off; both take a code, so that an open browser alone cannot. */
export function TwoFactor({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation('identity');
  const client = useQueryClient();
  const [stopping, setStopping] = useState(false);
  const [news, setNews] = useState<string>();
  const start = useMutation(identity.startTotp());
  const confirm = useMutation(identity.confirmTotp());
  const disable = useMutation(identity.disableTotp());

  const finish = async (text: string) => {
    await client.invalidateQueries(me.current());
    start.reset();
    setStopping(false);
    setNews(text);
  };
  const turnOn = async (code: string) => {
    await confirm.mutateAsync(code);
    await finish(t('twoFactor.turnedOn'));
  };
  const turnOff = async (code: string) => {
    await disable.mutateAsync(code);
    await finish(t('twoFactor.turnedOff'));
  };

  const begin = () => {
    setNews(undefined);
    if (enabled) setStopping(true);
    else start.mutate();
  };
  const isOpen = enabled ? stopping : start.data !== undefined;

  return (
    <Stack gap="sm" align="start" maw={640}>
      <StatusTag tone={enabled ? 'ok' : 'off'}>{t(enabled ? 'twoFactor.on' : 'twoFactor.off')}</StatusTag>
      {news && <Success text={news} />}
      <Text size="sm">{t(enabled ? 'twoFactor.aboutOn' : 'twoFactor.about')}</Text>
      {start.error && <Failure error={start.error} />}
      {!enabled && start.data && (
        <>
          <TotpSecretView secret={start.data} />
          <CodeForm
            label={t('twoFactor.confirmCode')}
            submitLabel={t('twoFactor.confirm')}
            onSend={turnOn}
            onCancel={() => start.reset()}
          />
        </>
      )}
      {enabled && stopping && (
        <CodeForm
          label={t('twoFactor.lastCode')}
          submitLabel={t('twoFactor.confirmStop')}
          onSend={turnOff}
          onCancel={() => setStopping(false)}
        />
      )}
      {!isOpen && (
        <Button variant="default" loading={start.isPending} onClick={begin}>
          {t(enabled ? 'twoFactor.stop' : 'twoFactor.start')}
        </Button>
      )}
    </Stack>
  );
}
