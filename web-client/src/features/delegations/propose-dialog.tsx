import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { components, delegationActs, type Component } from './api';
import { OrganizationField } from './organization-field';

type Props = { organizationId: string; opened: boolean; onClose: () => void };

/** Offers a component to another organization. */
export function ProposeDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('delegations');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('propose')} size="lg">
      <Form {...form} />
    </Modal>
  );
}

export type Values = { component: Component; takerId: string; startsOn: string; endsOn: string; basis: string; task: string };
const FIELDS = ['component', 'takerId', 'startsOn', 'endsOn', 'basis', 'task'] as const;

function Form({ organizationId, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('delegations');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const propose = useMutation(delegationActs.propose(organizationId, header));
  const form = useForm<Values>({
    defaultValues: { component: 'CuratorDuties', takerId: '', startsOn: '', endsOn: '', basis: '', task: '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;
  const component = useWatch({ control, name: 'component' });

  const send = submit(async ({ task, ...values }) => {
    await propose.mutateAsync({ ...values, task: task.trim() || null });
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('form.about')}
        </Text>
        <SelectField
          control={control}
          name="component"
          required
          label={t('form.component')}
          hint={t(`right.${component}`)}
          options={components.map((value) => ({ value, label: t(`component.${value}`) }))}
        />
        <OrganizationField control={control} except={organizationId} />
        <Group grow align="start">
          <DateField control={control} name="startsOn" required label={t('form.startsOn')} />
          <DateField control={control} name="endsOn" required label={t('form.endsOn')} hint={t('form.endsOnHint')} />
        </Group>
        <TextField
          control={control}
          name="basis"
          required
          label={t('form.basis')}
          hint={t('form.basisHint')}
          maxLength={500}
        />
        <TextAreaField control={control} name="task" label={t('form.task')} maxLength={2000} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={propose.isPending}>
            {t('form.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
