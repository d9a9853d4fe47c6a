import { useState } from 'react';
import { Button, NativeSelect, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { accountActs, blockAccount, blockReasons, refreshAccounts, type AccountAct, type AccountRecord, type BlockReason } from './api';

const grave: readonly AccountAct[] = ['Block', 'EndSessions', 'ResetSecondFactor'];

/** What the reader may do with the account now, each asked about in words before it is done. */
export function AccountActs({ account: { id, name, email, acts } }: { account: AccountRecord }) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState<AccountAct>();
  const [reason, setReason] = useState<BlockReason>('Suspicion');

  const send = async (act: AccountAct) => {
    await (act === 'Block' ? blockAccount(id, reason) : accountActs[act](id));
    await refreshAccounts(client);
    notifications.show({ message: t(`done.${act}`), closeButtonProps: { 'aria-label': common('form.close') } });
  };

  return (
    <>
      {acts.map((act) => (
        <Button key={act} variant="default" onClick={() => setAsked(act)}>
          {t(`act.${act}`)}
        </Button>
      ))}
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked ? t(`ask.${asked}`) : ''}
        confirmLabel={asked ? t(`act.${asked}`) : ''}
        danger={asked !== undefined && grave.includes(asked)}
        onConfirm={() => asked && send(asked)}
      >
        <Text>{asked && t(`ask.${asked}Text`, { name, email: email ?? '' })}</Text>
        {asked === 'Block' && (
          <NativeSelect
            label={t('ask.BlockReason')}
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value as BlockReason)}
            data={blockReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
