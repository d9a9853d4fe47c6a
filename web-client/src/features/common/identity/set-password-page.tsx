import { useState, type ReactNode } from 'react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { identity } from './api';
import { Entrance } from './entrance';
import { PasswordField } from './password-field';
import { Success } from './success';

type Props = {
  /** Of the invitation's link. */
  token: string | undefined;
  /** The link was printed on a sheet: its code is asked for too. */
  sheet?: boolean;
  /** Language and theme switches. */
  controls?: ReactNode;
};

/** Where the link of an invitation leads: the first password. */
export function SetPasswordPage({ token, sheet = false, controls }: Props) {
  const { t } = useTranslation('identity');
  const [done, setDone] = useState(false);

  return (
    <Entrance title={t('password.setTitle')} controls={controls}>
      {!token && <Alert variant="light">{t('password.noToken')}</Alert>}
      {token && !done && <Form token={token} sheet={sheet} onDone={() => setDone(true)} />}
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

type Values = { password: string; code: string };

function Form({ token, sheet, onDone }: { token: string; sheet: boolean; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const [asksCode, setAsksCode] = useState(sheet);
  const save = useMutation(identity.setPassword(token));
  const form = useForm<Values>({ defaultValues: { password: '', code: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, asksCode ? ['code', 'password'] : ['password']);
  const send = submit(async ({ password, code }) => {
    try {
      await save.mutateAsync(asksCode ? { password, code } : { password });
      onDone();
    } catch (failure) {
      // A sheet's address that was typed without its end: now the code can be given.
      if (failure instanceof ApiError && failure.code === 'invitation.code-required') setAsksCode(true);
      throw failure;
    }
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm">{t(asksCode ? 'password.setAboutSheet' : 'password.setAbout')}</Text>
        {asksCode && <TextField control={form.control} name="code" required label={t('password.code')} hint={t('password.codeHint')} maxLength={20} />}
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
