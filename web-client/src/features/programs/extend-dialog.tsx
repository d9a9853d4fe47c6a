import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { planActs } from './plan-api';
import type { Program } from './types';
import { useAct } from './use-act';

type Props = { program: Program; opened: boolean; onClose: () => void };

/** A later last day: everybody signs, since it is among what they consented to. */
export function ExtendDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('versions.extend')}>
      <Form {...form} />
    </Modal>
  );
}

function Form({ program, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation();
  const format = useFormat();
  const form = useForm({ defaultValues: { endsOn: '', reason: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['endsOn', 'reason']);
  const { act, dialog } = useAct();
  const send = submit(async ({ endsOn, reason }) => {
    const { id, version } = program;
    if (await act(() => planActs.extend(id, { version, endsOn, reason: reason.trim() }))) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text>{t('versions.extendText', { date: format.date(program.endsOn, 'long') })}</Text>
        <DateField
          control={form.control}
          name="endsOn"
          label={t('versions.newEnd')}
          required
          checks={{ later: (value) => !value || String(value) > program.endsOn || t('versions.notLater') }}
        />
        <TextAreaField control={form.control} name="reason" label={t('versions.why')} required maxLength={1000} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('versions.propose')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
