import { Group } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import dayjs from 'dayjs';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { StaffField, StaffListField } from '@/shared/staff/staff-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { eventActs, events, type PublicEvent } from './api';
import { eventAudiences, eventKinds } from './search';

type Values = {
  kind: (typeof eventKinds)[number];
  audience: (typeof eventAudiences)[number];
  title: string;
  startsAt: string;
  time: string;
  durationMinutes: string;
  place: string;
  link: string;
  responsibleId: string;
  programme: string;
  personIds: string[];
};

const valuesOf = (event: PublicEvent | undefined): Values => ({
  kind: event?.kind ?? 'RoundTable',
  audience: event?.audience ?? 'Teachers',
  title: event?.title ?? '',
  startsAt: event ? dayjs(event.startsAt).format('YYYY-MM-DD') : '',
  time: event ? dayjs(event.startsAt).format('HH:mm') : '',
  durationMinutes: String(event?.durationMinutes ?? 90),
  place: event?.place ?? '',
  link: event?.link ?? '',
  responsibleId: event?.responsibleId ?? '',
  programme: event?.programme ?? '',
  personIds: event?.personIds ?? [],
});

type Props = { organizationId: string; opened: boolean; event: PublicEvent | undefined; onClose: () => void };

/** What an event is, when, where and for whom. */
export function EventDialog({ organizationId, opened, event, onClose }: Props) {
  const { t } = useTranslation('events');
  return (
    <CommandDialog<Values>
      opened={opened}
      title={t(event ? 'edit' : 'add')}
      size="lg"
      onClose={onClose}
      defaults={valuesOf(event)}
      fields={Object.keys(valuesOf(event))}
      submitLabel={t('save')}
      onSend={({ startsAt, time, durationMinutes, title, place, link, programme, ...rest }, header) => {
        const plan = {
          ...rest,
          title: title.trim(),
          startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
          durationMinutes: Number(durationMinutes),
          place: place.trim() || null,
          link: link.trim() || null,
          programme: programme.trim(),
        };
        return event ? eventActs.revise(organizationId, event, plan) : eventActs.plan(organizationId, plan, header);
      }}
      refresh={events.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="title" label={t('field.title')} required maxLength={200} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <SelectField
              control={control}
              name="kind"
              label={t('field.kind')}
              options={eventKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <SelectField
              control={control}
              name="audience"
              label={t('field.audience')}
              options={eventAudiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            />
          </Group>
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsAt" label={t('field.date')} required />
            <TimeField control={control} />
            <NumberField control={control} name="durationMinutes" label={t('field.duration')} required />
          </Group>
          <TextField control={control} name="place" label={t('field.place')} hint={t('field.placeHint')} maxLength={300} />
          <TextField control={control} name="link" label={t('field.link')} maxLength={500} />
          <StaffField control={control} name="responsibleId" label={t('field.responsible')} required organizationId={organizationId} />
          <StaffListField control={control} name="personIds" label={t('field.people')} hint={t('field.peopleHint')} organizationId={organizationId} />
          <TextAreaField control={control} name="programme" label={t('field.programme')} rows={3} maxLength={10_000} />
        </>
      )}
    </CommandDialog>
  );
}

function TimeField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('events');
  const { field, shared } = useField({ control, name: 'time', label: t('field.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}
