import { ActionIcon, Button, Group, Modal, Stack } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useFieldArray, useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField, TextField, useField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import { agendaKinds } from './status';
import type { AgendaKind, Meeting } from './types';

type Point = { kind: AgendaKind; subject: string; speaker: string; link: string };
type Values = { startsAt: string; time: string; place: string; agenda: Point[] };

type Props = {
  organizationId: string;
  /** The planned meeting that is changed; a new one when absent. */
  meeting?: Meeting;
  opened: boolean;
  onClose: () => void;
};

const newPoint = (): Point => ({ kind: 'Program', subject: '', speaker: '', link: '' });

const valuesOf = (meeting: Meeting | undefined): Values =>
  meeting
    ? {
        startsAt: dayjs(meeting.startsAt).format('YYYY-MM-DD'),
        time: dayjs(meeting.startsAt).format('HH:mm'),
        place: meeting.place,
        agenda: meeting.agenda.map(({ kind, subject, speaker, link }) => ({ kind, subject, speaker: speaker ?? '', link: link ?? '' })),
      }
    : { startsAt: '', time: '15:00', place: '', agenda: [newPoint()] };

const bodyOf = ({ startsAt, time, place, agenda }: Values) => ({
  startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
  place: place.trim(),
  agenda: agenda.map(({ kind, subject, speaker, link }) => ({
    kind,
    subject: subject.trim(),
    speaker: speaker.trim() || null,
    link: link.trim() || null,
  })),
});

/** The chair calls a meeting, or changes one that has not been opened. */
export function PlanDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('councils');
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t(form.meeting ? 'plan.reviseTitle' : 'plan.title')}>
      <Form {...form} onClose={onClose} />
    </Modal>
  );
}

function Form({ organizationId, meeting, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('councils');
  const { t: common } = useTranslation();
  const key = useIdempotencyKey();
  const navigate = useNavigate();
  const { act, dialog } = useCouncilAct();
  const form = useForm<Values>({ defaultValues: valuesOf(meeting), shouldFocusError: false });
  const points = useFieldArray({ control: form.control, name: 'agenda' });
  const { submit, summary } = useFormFaults(form, ['startsAt', 'time', 'place', 'agenda']);

  const send = submit(async (values) => {
    let created: string | undefined;
    const done = await act(async () => {
      if (meeting) return councilActs.revise(meeting.id, { ...bodyOf(values), version: meeting.version });
      const { id } = await councilActs.plan(organizationId, bodyOf(values), key.header);
      created = id;
      return id;
    });
    if (!done) return;
    sayDone(meeting ? common('form.save') : t('meetings.call'));
    onClose();
    if (created) void navigate({ to: '/council/meetings/$meetingId', params: { meetingId: created } });
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Group grow align="start" gap="sm" preventGrowOverflow={false}>
          <DateField control={form.control} name="startsAt" label={t('plan.date')} required />
          <TimeField control={form.control} />
        </Group>
        <TextField control={form.control} name="place" label={t('plan.place')} required maxLength={300} />
        <fieldset>
          <legend>{t('plan.agenda')}</legend>
          <Stack gap="md">
            {points.fields.map(({ id }, index) => (
              <PointFields
                key={id}
                control={form.control}
                index={index}
                {...(points.fields.length > 1 ? { onRemove: () => points.remove(index) } : {})}
              />
            ))}
            <div>
              <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => points.append(newPoint())}>
                {t('plan.addPoint')}
              </Button>
            </div>
          </Stack>
        </fieldset>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {meeting ? common('form.save') : t('meetings.call')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}

type PointProps = { control: Control<Values>; index: number; onRemove?: () => void };

function PointFields({ control, index, onRemove }: PointProps) {
  const { t } = useTranslation('councils');
  const kinds = agendaKinds.map((value) => ({ value, label: t(`agendaKind.${value}`) }));
  return (
    <Group align="end" gap="xs" wrap="wrap">
      <SelectField control={control} name={`agenda.${index}.kind`} label={t('plan.kind')} options={kinds} />
      <div style={{ flex: '2 1 240px' }}>
        <TextField control={control} name={`agenda.${index}.subject`} label={t('plan.subject', { number: index + 1 })} required maxLength={500} />
      </div>
      <div style={{ flex: '1 1 160px' }}>
        <TextField control={control} name={`agenda.${index}.speaker`} label={t('plan.speaker')} maxLength={200} />
      </div>
      {onRemove && (
        <ActionIcon variant="default" size={36} aria-label={t('plan.removePoint', { number: index + 1 })} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function TimeField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('councils');
  const { field, shared } = useField({ control, name: 'time', label: t('plan.time'), required: true });
  return <TimeInput {...shared} {...field} value={String(field.value)} />;
}
