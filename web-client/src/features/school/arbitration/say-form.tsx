import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { caseActs } from './acts';
import { refreshCases } from './api';

/** Adds an explanation, a question or an answer to a case. */
export function SayForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation('arbitration');
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const form = useForm({ defaultValues: { text: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['text']);
  const send = submit(async ({ text }) => {
    await caseActs.say(caseId, text.trim(), key.header);
    key.next();
    form.reset();
    await refreshCases(client);
    sayDone(t('say.send'));
  });

  return (
    <form noValidate className="no-print" onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <TextAreaField control={form.control} name="text" label={t('say.text')} hint={t('say.hint')} maxLength={4000} required />
      <Button type="submit" mt="xs" variant="default" loading={form.formState.isSubmitting}>
        {t('say.send')}
      </Button>
    </form>
  );
}
