import { useState } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { identity } from './api';
import { PasswordField } from './password-field';

type Values = { password: string; code: string };
type Props = { onProved: () => void; onCancel: () => void };

/** The password once more, and a one-time code where the account asks for it: what follows is a signature. */
export function ProofForm({ onProved, onCancel }: Props) {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const [needsCode, setNeedsCode] = useState(false);
  const prove = useMutation(identity.prove());
  const form = useForm<Values>({ defaultValues: { password: '', code: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, needsCode ? ['password', 'code'] : ['password']);

  const send = submit(async ({ password, code }) => {
    try {
      await prove.mutateAsync(needsCode ? { password, code } : { password });
      onProved();
    } catch (failure) {
      if (needsCode || !(failure instanceof ApiError) || failure.code !== 'session.code-required') throw failure;
      setNeedsCode(true);
    }
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm">{t('proof.about')}</Text>
        <PasswordField control={form.control} name="password" required label={t('signIn.password')} autoComplete="current-password" />
        {needsCode && <CodeField control={form.control} />}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={prove.isPending}>
            {t('proof.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CodeField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('identity');
  const { field, shared } = useField({
    control,
    name: 'code',
    label: t('signIn.code'),
    required: true,
    hint: t('signIn.codeHint'),
    checks: { digits: (value) => /^\d{6}$/.test(String(value)) || t('signIn.codeFormat') },
  });
  return <TextInput {...shared} {...field} data-autofocus autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} />;
}
