import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';

type Props = {
  label: string;
  /** What the code is given for. */
  submitLabel: string;
  onSend: (code: string) => Promise<unknown>;
  onCancel: () => void;
};

/** One code of the authenticator application, as the proof that it is at hand. */
export function CodeForm({ label, submitLabel, onSend, onCancel }: Props) {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  const form = useForm({ defaultValues: { code: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['code']);
  const { field, shared } = useField({
    control: form.control,
    name: 'code',
    label,
    required: true,
    hint: t('signIn.codeHint'),
    checks: { digits: (value) => /^\d{6}$/.test(String(value)) || t('signIn.codeFormat') },
  });
  const send = submit(({ code }) => onSend(code));

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm" maw={380}>
        <TextInput {...shared} {...field} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        <Group gap="xs">
          <Button type="submit" loading={form.formState.isSubmitting}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
