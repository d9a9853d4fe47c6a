import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { actActs } from './acts';
import { type Act } from './api';
import { useAct } from './use-act';

const FIELDS = ['title', 'text', 'reason'] as const;

/** Writes the next edition in the place of the sheet. */
export function ActEditor({ act: shown, onClose }: { act: Act; onClose: () => void }) {
  const { t } = useTranslation('local-acts');
  const { t: common } = useTranslation();
  const { act, dialog } = useAct();
  const form = useForm({ defaultValues: { title: shown.title, text: shown.text, reason: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async ({ reason, ...values }) => {
    const done = await act(() =>
      actActs.revise(shown.id, { version: shown.version, ...values, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    );
    if (!done) return;
    sayDone(t('edit.save'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm" maw={820}>
        <TextField control={control} name="title" label={t('field.title')} required maxLength={300} />
        <TextAreaField control={control} name="text" label={t('field.text')} hint={t('edit.markup')} required rows={18} maxLength={20000} />
        <TextField control={control} name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} maxLength={1000} />
        {shown.cosigns.some(({ edition, status }) => edition === shown.edition && status !== 'Refused') && (
          <Text size="sm" c="dimmed">
            {t('edit.anew')}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('edit.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
