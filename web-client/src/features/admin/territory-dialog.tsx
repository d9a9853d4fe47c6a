import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { admin } from './api';

type Props = {
  opened: boolean;
  parent: { code: string; name: string };
  /** Regions have one. */
  needsTimeZone: boolean;
  onClose: () => void;
};

export function TerritoryDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('territory.add')}>
      <Form {...form} />
    </Modal>
  );
}

type Values = { code: string; nameRu: string; nameEn: string; timeZone: string };
const FIELDS = ['code', 'nameRu', 'nameEn', 'timeZone'] as const;

function Form({ parent, needsTimeZone, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const add = useMutation(admin.addTerritory(header));
  const form = useForm<Values>({
    defaultValues: { code: '', nameRu: '', nameEn: '', timeZone: '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async ({ timeZone, ...values }) => {
    await add.mutateAsync({ ...values, parentCode: parent.code, ...(timeZone ? { timeZone } : {}) });
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('territory.inside', { name: parent.name })}
        </Text>
        <TextField control={control} name="code" required label={t('territory.code')} hint={t('territory.codeHint')} />
        <TextField control={control} name="nameRu" required label={t('nameRu')} maxLength={200} />
        <TextField control={control} name="nameEn" required label={t('nameEn')} maxLength={200} />
        {needsTimeZone && (
          <TextField
            control={control}
            name="timeZone"
            required
            label={t('territory.timeZone')}
            hint={t('territory.timeZoneHint')}
          />
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('territory.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
