import type { ReactNode } from 'react';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from './error-summary';
import { useStaleDialog } from './stale-dialog';
import { useFormFaults } from './use-form-faults';

type Props<T extends FieldValues> = {
  opened: boolean;
  title: string;
  onClose: () => void;
  defaults: DefaultValues<T>;
  /** The fields on the screen, by the names that the API uses. */
  fields: readonly string[];
  submitLabel: string;
  /** Sends what was typed; the header makes sending twice one act. */
  onSend: (values: T, header: Record<string, string>) => Promise<unknown>;
  /** What is read anew after a success, and when somebody was faster. */
  refresh: QueryKey;
  size?: string;
  children: (form: UseFormReturn<T>) => ReactNode;
};

/** A form in a dialog: checks, the server's faults, the race with others, the refresh after it. */
export function CommandDialog<T extends FieldValues>({ opened, title, size, ...form }: Props<T>) {
  return (
    <Modal opened={opened} onClose={form.onClose} title={title} {...(size ? { size } : {})}>
      {opened && <Form {...form} />}
    </Modal>
  );
}

type FormProps<T extends FieldValues> = Omit<Props<T>, 'opened' | 'title' | 'size'>;

function Form<T extends FieldValues>(props: FormProps<T>) {
  const { defaults, fields, submitLabel, onSend, onClose, refresh, children } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const form = useForm<T>({ defaultValues: defaults, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, fields);
  const again = () => client.invalidateQueries({ queryKey: refresh });
  const { guard, dialog } = useStaleDialog(() => {
    onClose();
    return again();
  });

  const save = submit(async (values) => {
    const done = await guard(async () => {
      await onSend(values, header);
      return true;
    });
    if (!done) return;
    await again();
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
