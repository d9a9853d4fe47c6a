import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { cancelImport } from './acts';
import { imports } from './api';

/** An import that is not wanted after all. */
export function GiveUp({ id }: { id: string }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);

  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('decision.cancel')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('decision.cancelTitle')}
        confirmLabel={t('decision.cancel')}
        onConfirm={async () => {
          await cancelImport(id);
          await client.invalidateQueries({ queryKey: imports.all() });
        }}
      >
        <Text>{t('decision.cancelText')}</Text>
      </ConfirmDialog>
    </>
  );
}
