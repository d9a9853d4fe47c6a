import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';

type Props = {
  opened: boolean;
  onClose: () => void;
  topic: string;
  /** Answers `false` when the dialog must stay, e.g. because somebody changed the meeting. */
  onSend: (summary: string) => Promise<boolean>;
};

/** An arranged meeting took place: what came of it. */
export function HeldDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('meetings');
  return (
    <Modal opened={opened} onClose={onClose} title={t('held.title')}>
      <Form {...form} onClose={onClose} />
    </Modal>
  );
}

function Form({ topic, onSend, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const form = useForm({ defaultValues: { summary: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['summary']);
  const send = submit(async (values) => {
    if (await onSend(values.summary.trim())) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text>{topic}</Text>
        <TextAreaField
          control={form.control}
          name="summary"
          label={t('field.summary')}
          hint={t('form.summaryHint')}
          required
        />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('held.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
