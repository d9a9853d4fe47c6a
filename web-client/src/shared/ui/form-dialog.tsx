import type { ReactNode } from 'react';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm, type Control, type DefaultValues, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from './error-summary';
import { useFormFaults } from './use-form-faults';

type FormProps<T extends FieldValues> = {
  onClose: () => void;
  initial: DefaultValues<T>;
  /** A verb: what will happen. */
  sendLabel: string;
  danger?: boolean;
  /** The dialog closes after it, unless the answer is `false`. */
  onSend: (values: T) => Promise<unknown>;
  /** The fields; their names are the API's. */
  children: (control: Control<T>) => ReactNode;
};

type Props<T extends FieldValues> = FormProps<T> & { opened: boolean; title: string; size?: string };

/** A short form over the page: sends, shows what was wrong, closes when it is done. */
export function FormDialog<T extends FieldValues>({ opened, title, size, ...form }: Props<T>) {
  return (
    <Modal opened={opened} onClose={form.onClose} title={title} {...(size ? { size } : {})}>
      <Form {...form} />
    </Modal>
  );
}

function Form<T extends FieldValues>({ onClose, initial, sendLabel, danger, onSend, children }: FormProps<T>) {
  const { t } = useTranslation();
  const form = useForm<T>({ defaultValues: initial, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, Object.keys(initial));
  const send = submit(async (values) => {
    if ((await onSend(values)) !== false) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {children(form.control)}
        <Group justify="end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting} {...(danger ? { color: 'red.9' } : {})}>
            {sendLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
