import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { PersonPicker, type PickedPerson } from './person-picker';
import { planActs } from './plan-api';
import type { Program } from './types';
import { useAct } from './use-act';

type Props = { program: Program; opened: boolean; onClose: () => void };

/** Another mentor takes over: the newcomer and everybody who stays sign first. */
export function ReplaceDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('versions.replace')}>
      <Form {...form} />
    </Modal>
  );
}

type Values = { leavingId: string; incomingId: PickedPerson | null; reason: string };

function Form({ program, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation();
  const mentors = program.participants.filter(({ role, leftOn }) => role === 'Mentor' && !leftOn);
  const form = useForm<Values>({
    defaultValues: { leavingId: mentors[0]?.personId ?? '', incomingId: null, reason: '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, ['leavingId', 'incomingId', 'reason']);
  const { act, dialog } = useAct();
  const { field, fieldState } = useController({
    control: form.control,
    name: 'incomingId',
    rules: { required: t('versions.chooseIncoming') },
  });
  const send = submit(async ({ leavingId, incomingId, reason }) => {
    const { id, version } = program;
    const body = { version, leavingId, incomingId: incomingId?.id ?? '', reason: reason.trim() };
    if (await act(() => planActs.replace(id, body))) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text>{t('versions.replaceText')}</Text>
        <SelectField
          control={form.control}
          name="leavingId"
          label={t('versions.leaving')}
          options={mentors.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <PersonPicker
          id="incomingId"
          organizationId={program.organizationId}
          label={t('versions.incoming')}
          required
          error={fieldState.error?.message}
          except={program.participants.map(({ personId }) => personId)}
          value={field.value ?? undefined}
          onChange={(person) => field.onChange(person ?? null)}
        />
        <TextAreaField control={form.control} name="reason" label={t('versions.why')} required maxLength={1000} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('versions.propose')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
