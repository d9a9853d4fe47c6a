import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { today } from '@/shared/i18n/dates';
import { sayDone } from '@/shared/ui/say-done';
import { actActs } from './acts';
import { type Act } from './api';
import { useAct } from './use-act';

type Props = { act: Act; opened: boolean; onClose: () => void };

export function ApproveDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('local-acts');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('step.Approve.title')}>
      <Form {...form} />
    </Modal>
  );
}

const FIELDS = ['number', 'signedOn', 'effectiveOn'] as const;

function Form({ act: shown, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('local-acts');
  const { t: common } = useTranslation();
  const { act, dialog } = useAct();
  const form = useForm({ defaultValues: { number: '', signedOn: today(), effectiveOn: today() }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async (values) => {
    const done = await act(() => actActs.approve(shown.id, { version: shown.version, ...values }));
    if (!done) return;
    sayDone(t('step.Approve.button'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text>{t(shown.supersedesTitle ? 'step.Approve.replaces' : 'step.Approve.text', { title: shown.supersedesTitle ?? '' })}</Text>
        <TextField control={control} name="number" label={t('field.number')} hint={t('approve.numberHint')} required maxLength={50} />
        <Group grow align="start" gap="sm">
          <DateField control={control} name="signedOn" label={t('field.signedOn')} required />
          <DateField control={control} name="effectiveOn" label={t('field.effectiveOn')} required />
        </Group>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('step.Approve.button')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
