import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, NumberField, TextAreaField, TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import cls from './profiles.module.css';

type Body = components['schemas']['AddMentorResultBody'];
type Props = { opened: boolean; onClose: () => void; onSave: (body: Body) => Promise<boolean> };

const empty = { text: '', measure: '', valueBefore: '', valueAfter: '', evidence: '', achievedOn: '' };
const fields = Object.keys(empty);

/** States a measurable result. */
export function ResultDialog({ opened, onClose, onSave }: Props) {
  const { t } = useTranslation('profiles');
  return (
    <Modal opened={opened} onClose={onClose} title={t('result.add')} size="lg">
      <Form onClose={onClose} onSave={onSave} />
    </Modal>
  );
}

function Form({ onClose, onSave }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('profiles');
  const { t: common } = useTranslation();
  const form = useForm({ defaultValues: empty, shouldFocusError: false });
  const { control, formState } = form;
  const { submit, summary } = useFormFaults(form, fields);

  const send = submit(async ({ valueBefore, valueAfter, ...values }) => {
    const saved = await onSave({
      ...values,
      valueBefore: parseNumber(valueBefore) ?? null,
      valueAfter: parseNumber(valueAfter) ?? null,
    });
    if (saved) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="md">
        <TextAreaField control={control} name="text" label={t('result.text')} hint={t('result.textHint')} required rows={2} />
        <TextField control={control} name="measure" label={t('result.measure')} hint={t('result.measureHint')} required />
        <div className={cls.grid}>
          <NumberField control={control} name="valueBefore" label={t('result.before')} />
          <NumberField control={control} name="valueAfter" label={t('result.after')} />
          <DateField control={control} name="achievedOn" label={t('result.achievedOn')} required />
        </div>
        <TextAreaField control={control} name="evidence" label={t('result.evidence')} hint={t('result.evidenceHint')} required rows={2} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={formState.isSubmitting}>
            {t('result.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
