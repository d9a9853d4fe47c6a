import { useState, type ReactNode } from 'react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { identity } from './api';
import { Entrance } from './entrance';
import { PasswordField } from './password-field';
import { Success } from './success';

type Props = {
  /** Of the invitation's link. */
  token: string | undefined;
  /** Language and theme switches. */
  controls?: ReactNode;
};

/** Where the link of an invitation leads: the first password. */
export function SetPasswordPage({ token, controls }: Props) {
  const { t } = useTranslation('identity');
  const [done, setDone] = useState(false);

  return (
    <Entrance title={t('password.setTitle')} controls={controls}>
      {!token && <Alert variant="light">{t('password.noToken')}</Alert>}
      {token && !done && <Form token={token} onDone={() => setDone(true)} />}
      {done && (
        <Success text={t('password.setDone')}>
          <Button component="a" href="/">
            {t('password.signIn')}
          </Button>
        </Success>
      )}
    </Entrance>
  );
}

function Form({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const save = useMutation(identity.setPassword(token));
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['password']);
  const send = submit(async ({ password }) => {
    await save.mutateAsync(password);
    onDone();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm">{t('password.setAbout')}</Text>
        <PasswordField
          control={form.control}
          name="password"
          required
          label={t('password.new')}
          hint={t('password.hint')}
          autoComplete="new-password"
        />
        <Button type="submit" fullWidth mt="xs" loading={save.isPending}>
          {t('password.set')}
        </Button>
      </Stack>
    </form>
  );
}
