import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import type { DictionaryCode } from '@/shared/dictionary/api';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { admin, type DictionaryEntry } from './api';

type Props = {
  dictionary: DictionaryCode;
  /** Closed when absent. */
  edited: DictionaryEntry | 'new' | undefined;
  onClose: () => void;
};

export function EntryDialog({ edited, ...rest }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Modal
      opened={edited !== undefined}
      onClose={rest.onClose}
      title={t(edited === 'new' ? 'entry.add' : 'entry.reviseTitle')}
    >
      <Form {...rest} before={edited === 'new' ? undefined : edited} />
    </Modal>
  );
}

type Values = { code: string; nameRu: string; nameEn: string; source: string };
const FIELDS = ['code', 'nameRu', 'nameEn', 'source'] as const;

type FormProps = Omit<Props, 'edited'> & { before: DictionaryEntry | undefined };

function Form({ dictionary, before, onClose }: FormProps) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const save = useMutation(admin.saveEntry(dictionary, header));
  const form = useForm<Values>({
    defaultValues: {
      code: before?.code ?? '',
      nameRu: before?.nameRu ?? '',
      nameEn: before?.nameEn ?? '',
      source: before?.source ?? '',
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async ({ code, nameRu, nameEn, source }) => {
    await save.mutateAsync({ before, entryCode: code, nameRu, nameEn, ...(source ? { source } : {}) });
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {before ? (
          <Text size="sm" c="dimmed">
            {t('entry.revisionText')}
          </Text>
        ) : (
          <TextField control={control} name="code" required label={t('entry.code')} hint={t('entry.codeHint')} />
        )}
        <TextField control={control} name="nameRu" required label={t('nameRu')} maxLength={300} />
        <TextField control={control} name="nameEn" required label={t('nameEn')} maxLength={300} />
        <TextField control={control} name="source" label={t('entry.source')} hint={t('entry.sourceHint')} maxLength={500} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t(before ? 'entry.save' : 'entry.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
