import { Button, Group, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { today } from '@/shared/i18n/dates';
import { sayDone } from '@/shared/ui/say-done';
import { setupActs } from './api';
import { useAct } from './use-act';

const FIELDS = ['reviewedOn', 'conclusion', 'decisions'] as const;

type Props = { organizationId: string; version: number; onClose: () => void };

export function ReviewForm({ organizationId, version, onClose }: Props) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const { act, dialog } = useAct();
  const form = useForm({ defaultValues: { reviewedOn: today(), conclusion: '', decisions: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async ({ decisions, ...values }) => {
    const body = { version, ...values, ...(decisions.trim() ? { decisions: decisions.trim() } : {}) };
    if (!(await act(() => setupActs.review(organizationId, body, header)))) return;
    sayDone(common('form.save'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <DateField control={control} name="reviewedOn" label={t('monitoring.reviewedOn')} required />
        <TextAreaField control={control} name="conclusion" label={t('monitoring.conclusion')} required maxLength={4000} />
        <TextAreaField control={control} name="decisions" label={t('monitoring.decisions')} maxLength={4000} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {common('form.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
