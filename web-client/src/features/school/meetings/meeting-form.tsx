import { Button, Group, Modal, Stack } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { meetingActs } from './acts';
import { refreshMeetings } from './api';
import { MeetingAgenda } from './meeting-agenda';
import { tellSeries } from './series-told';
import { bodyOf, newMeeting, pastMeeting, repeats, seriesOf, valuesOf, type MeetingValues } from './meeting-values';
import type { GoalOption, Meeting } from './types';

/** What the dialog is for: arranging a meeting, recording one that was, moving an arranged one or saying what it will speak of. */
export type MeetingTask =
  | { kind: 'plan'; programId: string }
  | { kind: 'log'; programId: string }
  | { kind: 'move' | 'agenda'; meeting: Meeting };

type Props = { task: MeetingTask | undefined; goals?: readonly GoalOption[]; onClose: () => void };

export function MeetingDialog({ task, goals, onClose }: Props) {
  const { t } = useTranslation('meetings');
  return (
    <Modal opened={task !== undefined} onClose={onClose} title={task && t(`form.title.${task.kind}`)}>
      {task && <MeetingForm task={task} {...(goals ? { goals } : {})} onClose={onClose} />}
    </Modal>
  );
}

const fields = ['startsAt', 'time', 'durationMinutes', 'mode', 'topic', 'place', 'link', 'agenda', 'times', 'summary'];

function initial(task: MeetingTask) {
  if ('meeting' in task) return valuesOf(task.meeting);
  return task.kind === 'log' ? pastMeeting() : newMeeting();
}

type FormProps = { task: MeetingTask; goals?: readonly GoalOption[]; onClose: () => void };

export function MeetingForm({ task, goals = [], onClose }: FormProps) {
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
    const series = task.kind === 'plan' ? seriesOf(values) : undefined;
    if (task.kind === 'plan' && series) {
      return meetingActs.planSeries(task.programId, series, key.header).then((told) => tellSeries(told, t));
    }
    if (task.kind === 'plan') return meetingActs.plan(task.programId, body, key.header);
    if (task.kind === 'log') {
      return meetingActs.log(task.programId, { ...body, summary: values.summary.trim() }, key.header);
    }
    // What was taken out of the form is taken out of the meeting too.
    return meetingActs.move(task.meeting.id, { link: null, agenda: [], ...body, version: task.meeting.version });
  };

  const save = submit(async (values) => {
    const done = await guard(async () => {
      await send(values);
      return true;
    });
    if (!done) return;
    await refreshMeetings(client);
    sayDone(t(`form.send.${task.kind}`));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {task.kind === 'agenda' ? (
          <MeetingAgenda control={form.control} goals={goals} />
        ) : (
          <Fields form={form} goals={goals} kind={task.kind} />
        )}
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
  goals,
  kind,
}: {
  form: UseFormReturn<MeetingValues>;
  goals: readonly GoalOption[];
  kind: MeetingTask['kind'];
}) {
  const { t } = useTranslation('meetings');
  const isOnline = watch('mode') === 'Online';
  const isRepeated = watch('repeat') !== 'no';
  const times = (value: unknown) => (Number(value) >= 2 && Number(value) <= 60) || t('repeat.timesRange');
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
      {isOnline ? (
        <TextField control={control} name="link" label={t('field.link')} hint={t('form.linkHint')} maxLength={500} />
      ) : (
        <TextField control={control} name="place" label={t('field.place')} maxLength={300} />
      )}
      {kind === 'plan' && (
        <Group grow align="start" gap="sm">
          <SelectField
            control={control}
            name="repeat"
            label={t('repeat.label')}
            options={repeats.map((value) => ({ value, label: t(`repeat.${value}`) }))}
          />
          {isRepeated && (
            <NumberField control={control} name="times" label={t('repeat.times')} required checks={{ times }} />
          )}
        </Group>
      )}
      <MeetingAgenda control={control} goals={goals} />
      {kind === 'log' && (
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
  return <TimeInput {...shared} {...field} value={String(field.value)} />;
}
