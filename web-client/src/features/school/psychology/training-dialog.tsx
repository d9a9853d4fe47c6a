import { Group } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import dayjs from 'dayjs';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { StaffListField } from '@/shared/staff/staff-field';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { psychology, psychologyActs, type Training } from './api';

const topics = ['Empathy', 'Acmeology', 'ProfessionalHealth', 'Crises', 'Other'] as const;
type Values = {
  title: string;
  topic: (typeof topics)[number];
  about: string;
  startsAt: string;
  time: string;
  durationMinutes: string;
  place: string;
  people: string[];
};

const valuesOf = (training: Training | undefined): Values => ({
  title: training?.title ?? '',
  topic: training?.topic ?? 'Empathy',
  about: training?.about ?? '',
  startsAt: training ? dayjs(training.startsAt).format('YYYY-MM-DD') : '',
  time: training ? dayjs(training.startsAt).format('HH:mm') : '',
  durationMinutes: String(training?.durationMinutes ?? 90),
  place: training?.place ?? '',
  people: training?.people.map(({ personId }) => personId) ?? [],
});

type Props = { organizationId: string; opened: boolean; training: Training | undefined; onClose: () => void };

/** What a training is about, when and where it is, and who is invited. */
export function TrainingDialog({ organizationId, opened, training, onClose }: Props) {
  const { t } = useTranslation('psychology');
  const send = ({ title, topic, about, startsAt, time, durationMinutes, place, people }: Values, header: Record<string, string>) => {
    const plan = {
      title: title.trim(),
      topic,
      about: about.trim() || null,
      startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
      durationMinutes: Number(durationMinutes),
      place: place.trim(),
      people,
    };
    return training
      ? psychologyActs.reviseTraining(organizationId, training.id, training.version, plan)
      : psychologyActs.planTraining(organizationId, plan, header);
  };

  return (
    <CommandDialog<Values>
      opened={opened}
      title={t(training ? 'training.revise' : 'training.plan')}
      onClose={onClose}
      defaults={valuesOf(training)}
      fields={['title', 'topic', 'about', 'startsAt', 'time', 'durationMinutes', 'place', 'people']}
      submitLabel={t('training.save')}
      onSend={send}
      refresh={psychology.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="title" label={t('training.title')} required maxLength={300} />
          <SelectField control={control} name="topic" label={t('training.topic')} options={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
          <TextAreaField control={control} name="about" label={t('training.about')} hint={t('training.aboutHint')} rows={2} maxLength={2000} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsAt" label={t('training.date')} required />
            <TimeField control={control} />
            <NumberField control={control} name="durationMinutes" label={t('training.duration')} required />
          </Group>
          <TextField control={control} name="place" label={t('training.place')} required maxLength={300} />
          <StaffListField control={control} name="people" label={t('training.people')} required organizationId={organizationId} />
        </>
      )}
    </CommandDialog>
  );
}

function TimeField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('psychology');
  const { field, shared } = useField({ control, name: 'time', label: t('training.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}
