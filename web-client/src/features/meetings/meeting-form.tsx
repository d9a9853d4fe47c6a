import { Button, Group, Modal, Stack } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { meetingActs, refreshMeetings } from './api';
import { bodyOf, newMeeting, pastMeeting, valuesOf, type MeetingValues } from './meeting-values';
import type { Meeting } from './types';

/** What the dialog is for: arranging a meeting, recording one that was, moving an arranged one. */
export type MeetingTask =
  | { kind: 'plan'; programId: string }
  | { kind: 'log'; programId: string }
  | { kind: 'move'; meeting: Meeting };

type Props = { task: MeetingTask | undefined; onClose: () => void };

export function MeetingDialog({ task, onClose }: Props) {
  const { t } = useTranslation('meetings');
  return (
    <Modal opened={task !== undefined} onClose={onClose} title={task && t(`form.title.${task.kind}`)}>
      {task && <MeetingForm task={task} onClose={onClose} />}
    </Modal>
  );
}

const fields = ['startsAt', 'time', 'durationMinutes', 'mode', 'topic', 'place', 'summary'];

function initial(task: MeetingTask) {
  if (task.kind === 'move') return valuesOf(task.meeting);
  return task.kind === 'log' ? pastMeeting() : newMeeting();
}

export function MeetingForm({ task, onClose }: { task: MeetingTask; onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const form = useForm<MeetingValues>({ defaultValues: initial(task), shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, fields);
  const { guard, dialog } = useStaleDialog(() => {
    onClose();
    return refreshMeetings(client);
  });

  const send = (values: MeetingValues) => {
    const body = bodyOf(values);
    if (task.kind === 'plan') return meetingActs.plan(task.programId, body, key.header);
    if (task.kind === 'log') {
      return meetingActs.log(task.programId, { ...body, summary: values.summary.trim() }, key.header);
    }
    return meetingActs.move(task.meeting.id, { ...body, version: task.meeting.version });
  };

  const save = submit(async (values) => {
    const done = await guard(async () => {
      await send(values);
      return true;
    });
    if (!done) return;
    await refreshMeetings(client);
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Fields form={form} withSummary={task.kind === 'log'} />
        <Group justify="end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t(`form.send.${task.kind}`)}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}

function Fields({
  form: { control, watch },
  withSummary,
}: {
  form: UseFormReturn<MeetingValues>;
  withSummary: boolean;
}) {
  const { t } = useTranslation('meetings');
  const isOnline = watch('mode') === 'Online';
  const modes = (['InPerson', 'Online'] as const).map((value) => ({ value, label: t(`mode.${value}`) }));
  const inRange = (value: unknown) => (Number(value) >= 5 && Number(value) <= 600) || t('form.durationRange');

  return (
    <>
      <TextField control={control} name="topic" label={t('field.topic')} required maxLength={300} />
      <Group grow align="start" gap="sm" preventGrowOverflow={false}>
        <DateField control={control} name="startsAt" label={t('field.date')} required />
        <TimeField control={control} />
        <NumberField
          control={control}
          name="durationMinutes"
          label={t('field.duration')}
          required
          checks={{ inRange }}
        />
      </Group>
      <SelectField control={control} name="mode" label={t('field.mode')} options={modes} />
      <TextField
        control={control}
        name="place"
        label={t(isOnline ? 'field.link' : 'field.place')}
        maxLength={300}
      />
      {withSummary && (
        <TextAreaField
          control={control}
          name="summary"
          label={t('field.summary')}
          hint={t('form.summaryHint')}
          required
        />
      )}
    </>
  );
}

function TimeField({ control }: { control: UseFormReturn<MeetingValues>['control'] }) {
  const { t } = useTranslation('meetings');
  const { field, shared } = useField({ control, name: 'time', label: t('field.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}
