import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { programActs } from './acts';
import type { Consent, Program } from './types';
import { useAct } from './use-act';

/** "I did not sign this": for the person in whose name a consent stands. */
export function Contest({ program, consent }: { program: Program; consent: Consent }) {
  const { t } = useTranslation('programs');
  const [asking, setAsking] = useState(false);
  const { act, dialog } = useAct();

  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {t('consent.contest')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('consent.contestTitle')}
        confirmLabel={t('consent.contestSend')}
        askReason
        reasonLabel={t('consent.contestWords')}
        danger
        onConfirm={(words) => act(() => programActs.contestConsent(program.id, consent.id, words))}
      >
        <Text>{t('consent.contestText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
