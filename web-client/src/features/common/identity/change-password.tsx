import { useState } from 'react';
import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { identity, type ChangedPassword } from './api';
import { PasswordField } from './password-field';
import { Success } from './success';

const FIELDS = ['current', 'password'] as const;

/** @param props.onSignIn the old password's sessions are over: the user signs in anew */
export function ChangePassword({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation('identity');
  const [step, setStep] = useState<'closed' | 'open' | 'done'>('closed');

  if (step === 'done') {
    return (
      <Success text={t('password.changed')}>
        <Button onClick={onSignIn}>{t('password.signIn')}</Button>
      </Success>
    );
  }
  if (step === 'open') return <Form onDone={() => setStep('done')} onCancel={() => setStep('closed')} />;
  return (
    <Button variant="default" onClick={() => setStep('open')}>
      {t('password.change')}
    </Button>
  );
}

function Form({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const change = useMutation(identity.changePassword());
  const form = useForm<ChangedPassword>({
    defaultValues: { current: '', password: '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;
  const send = submit(async (values) => {
    await change.mutateAsync(values);
    onDone();
  });

  return (
    <Box component="form" maw={640} noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm" maw={380}>
        <PasswordField
          control={control}
          name="current"
          required
          label={t('password.current')}
          autoComplete="current-password"
        />
        <PasswordField
          control={control}
          name="password"
          required
          label={t('password.new')}
          hint={t('password.hint')}
          autoComplete="new-password"
        />
        <Text size="sm" c="dimmed">
          {t('password.about')}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={change.isPending}>
            {t('password.save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </Box>
  );
}
