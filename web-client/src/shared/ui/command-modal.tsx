import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import type { CommandProps } from './command-dialog';
import { ErrorSummary } from './error-summary';
import { sayDone } from './say-done';
import { useStaleDialog } from './stale-dialog';
import { useFormFaults } from './use-form-faults';

export function CommandModal<T extends FieldValues>({ opened, title, size, ...form }: CommandProps<T>) {
  return (
    <Modal opened={opened} onClose={form.onClose} title={title} {...(size ? { size } : {})}>
      {opened && <Form {...form} act={title} />}
    </Modal>
  );
}

type FormProps<T extends FieldValues> = Omit<CommandProps<T>, 'opened' | 'title' | 'size'> & { act: string };

function Form<T extends FieldValues>(props: FormProps<T>) {
  const { defaults, fields = Object.keys(defaults), submitLabel, act, silent, onSend, onClose, refresh, children } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const form = useForm<T>({ defaultValues: defaults, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, fields);
  const again = async () => {
    if (typeof refresh === 'function') await refresh(client);
    else if (refresh) await client.invalidateQueries({ queryKey: refresh });
  };
  const { guard, dialog } = useStaleDialog(() => {
    onClose();
    return again();
  });

  const save = submit(async (values) => {
    const done = await guard(async () => (await onSend(values, header)) !== false);
    if (!done) return;
    await again();
    if (!silent) sayDone(act);
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {children(form)}
        <Group justify="end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
