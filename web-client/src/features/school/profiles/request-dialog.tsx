import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import type { LearningRequest, RequestText } from './api';
import { CheckField } from './form-parts';

type Props = {
  opened: boolean;
  /** Absent for a new one. */
  request?: LearningRequest;
  onClose: () => void;
  onSave: (text: RequestText) => Promise<boolean>;
};

const fields = ['text.needs', 'text.difficulties', 'text.selfImage', 'text.toMentoring', 'text.toDevelopment'];

/** The mentee's own words about what they want to learn. */
export function RequestDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('profiles');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t(form.request ? 'request.revise' : 'request.write')} size="lg">
      <Form {...form} />
    </Modal>
  );
}

function Form({ request, onClose, onSave }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('profiles');
  const { t: common } = useTranslation();
  const form = useForm<{ text: RequestText }>({
    shouldFocusError: false,
    defaultValues: {
      text: {
        needs: request?.needs ?? '',
        difficulties: request?.difficulties ?? '',
        selfImage: request?.selfImage ?? '',
        toMentoring: request?.toMentoring ?? true,
        toDevelopment: request?.toDevelopment ?? false,
      },
    },
  });
  const { control, formState } = form;
  const { submit, summary } = useFormFaults(form, fields);

  const send = submit(async ({ text }) => {
    if (!text.toMentoring && !text.toDevelopment) {
      form.setError('text.toMentoring', { message: t('request.addressNeeded') });
      return;
    }
    if (!(await onSave(text))) return;
    sayDone(t('request.save'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="md">
        <TextAreaField control={control} name="text.needs" label={t('request.needs')} hint={t('request.needsHint')} required />
        <TextAreaField control={control} name="text.difficulties" label={t('request.difficulties')} rows={2} />
        <TextAreaField control={control} name="text.selfImage" label={t('mentee.selfImage')} rows={2} />
        <CheckField control={control} name="text.toMentoring" label={t('request.toMentoring')} hint={t('request.toMentoringHint')} />
        <CheckField control={control} name="text.toDevelopment" label={t('request.toDevelopment')} hint={t('request.toDevelopmentHint')} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={formState.isSubmitting}>
            {t('request.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
