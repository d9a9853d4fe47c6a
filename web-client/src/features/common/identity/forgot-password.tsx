import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextField } from '@/shared/ui/fields';
import { identity } from './api';

type Props = { opened: boolean; onClose: () => void; onSent: () => void };

/** Asks for a link to a new password. Whether there is such an account is not said to whoever asks. */
export function ForgotPassword({ opened, onClose, onSent }: Props) {
  const { t } = useTranslation('identity');
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title={t('forgot.title')}
      submitLabel={t('forgot.send')}
      defaults={{ email: '' }}
      silent
      onSend={async ({ email }) => {
        await identity.forgotPassword(email.trim());
        onSent();
        return true;
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t('forgot.text')}</Text>
          <TextField control={control} name="email" label={t('signIn.email')} required maxLength={254} />
        </>
      )}
    </CommandDialog>
  );
}
