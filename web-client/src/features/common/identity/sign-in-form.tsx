import { useEffect, useId, useRef } from 'react';
import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problem-text';
import type { NewSession } from './api';
import type { SignIn } from './use-sign-in';

type Values = { email: string; password: string; code: string };

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const id = useId();
  const form = useForm<Values>({ defaultValues: { email: '', password: '', code: '' } });
  const { errors } = form.formState;
  const { step } = signIn;

  useEffect(() => {
    if (step === 'code') form.setFocus('code');
  }, [step, form]);

  const required = (field: string) => common('form.required', { field });
  const submit = form.handleSubmit(({ code, ...credentials }) => {
    const session: NewSession = step === 'code' ? { ...credentials, code } : credentials;
    signIn.send(session);
  });
  const startAgain = () => {
    form.reset();
    signIn.startAgain();
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Fault signIn={signIn} />
        {step === 'password' ? (
          <>
            <TextInput
              id={`${id}-email`}
              type="email"
              autoComplete="username"
              autoFocus
              withAsterisk={false}
              required
              label={t('signIn.email')}
              error={errors.email?.message}
              {...form.register('email', { required: required(t('signIn.email')) })}
            />
            <PasswordInput
              id={`${id}-password`}
              autoComplete="current-password"
              visibilityToggleFocusable
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              withAsterisk={false}
              required
              label={t('signIn.password')}
              error={errors.password?.message}
              {...form.register('password', { required: required(t('signIn.password')) })}
            />
          </>
        ) : (
          <TextInput
            id={`${id}-code`}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            withAsterisk={false}
            required
            label={t('signIn.code')}
            description={t('signIn.codeHint')}
            error={errors.code?.message}
            {...form.register('code', {
              pattern: { value: /^\d{6}$/, message: t('signIn.codeFormat') },
              required: t('signIn.codeFormat'),
            })}
          />
        )}
        <Button type="submit" fullWidth mt="xs" loading={signIn.isPending}>
          {t(step === 'code' ? 'signIn.confirm' : 'signIn.submit')}
        </Button>
        {step === 'code' && (
          <Anchor component="button" type="button" size="sm" onClick={startAgain}>
            {t('signIn.back')}
          </Anchor>
        )}
      </Stack>
    </form>
  );
}

function Fault({ signIn: { fault, step, attempt } }: { signIn: SignIn }) {
  const { t } = useTranslation('identity');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (fault) box.current?.focus();
  }, [fault, attempt]);

  if (!fault) return null;
  const wrongCode =
    step === 'code' && fault instanceof ApiError && fault.code === 'session.wrong-credentials';
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="red" variant="outline">
      {wrongCode ? t('signIn.codeWrong') : problemText(fault)}
    </Alert>
  );
}
