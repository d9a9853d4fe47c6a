import { Group, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import dayjs from 'dayjs';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { tutorActs } from './acts';
import { tutors, type Consultation } from './api';

type Opened = { tutoringId: string; opened: boolean; onClose: () => void };
type Of = { tutoringId: string; consultation: Consultation | undefined; onClose: () => void };
type Plan = Record<'topic' | 'startsAt' | 'time' | 'durationMinutes' | 'place' | 'link', string>;

const given = (text: string) => text.trim() || null;

/** When, where and about what the two meet. */
export function PlanDialog({ tutoringId, opened, onClose }: Opened) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<Plan>
      opened={opened}
      onClose={onClose}
      title={t('consultation.plan')}
      submitLabel={t('consultation.plan')}
      defaults={{ topic: '', startsAt: today(1), time: '15:00', durationMinutes: '45', place: '', link: '' }}
      fields={['topic', 'startsAt', 'time', 'durationMinutes', 'place', 'link']}
      refresh={tutors.all}
      onSend={({ topic, startsAt, time, durationMinutes, place, link }, header) =>
        tutorActs.plan(
          tutoringId,
          {
            topic: topic.trim(),
            startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
            durationMinutes: Number(durationMinutes),
            place: given(place),
            link: given(link),
          },
          header,
        )
      }
    >
      {({ control }) => (
        <>
          <TextField control={control} name="topic" required label={t('consultation.topic')} maxLength={300} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsAt" required label={t('consultation.day')} />
            <TimeField control={control} />
            <NumberField control={control} name="durationMinutes" required label={t('consultation.duration')} />
          </Group>
          <TextField control={control} name="place" label={t('consultation.place')} maxLength={300} />
          <TextField control={control} name="link" label={t('consultation.link')} hint={t('consultation.linkHint')} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
}

function TimeField({ control }: { control: Control<Plan> }) {
  const { t } = useTranslation('tutors');
  const { field, shared } = useField({ control, name: 'time', label: t('consultation.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}

/** Whether it was held, and what came of it. */
export function RecordDialog({ tutoringId, consultation, onClose }: Of) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<{ held: 'yes' | 'no'; result: string }>
      opened={consultation !== undefined}
      onClose={onClose}
      title={t('consultation.record')}
      submitLabel={t('save')}
      defaults={{ held: 'yes', result: '' }}
      refresh={tutors.all}
      onSend={async ({ held, result }) => {
        if (consultation) await tutorActs.record(tutoringId, consultation, held === 'yes', result.trim());
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{consultation?.topic}</Text>
          <SelectField
            control={control}
            name="held"
            label={t('consultation.held')}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`consultation.heldOf.${value}`) }))}
          />
          <TextAreaField control={control} name="result" label={t('consultation.result')} maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}

/** Why it does not take place. */
export function CancelDialog({ tutoringId, consultation, onClose }: Of) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<{ reason: string }>
      opened={consultation !== undefined}
      onClose={onClose}
      title={t('consultation.cancel')}
      submitLabel={t('consultation.cancel')}
      defaults={{ reason: '' }}
      refresh={tutors.all}
      onSend={async ({ reason }) => {
        if (consultation) await tutorActs.cancel(tutoringId, consultation, reason.trim());
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{consultation?.topic}</Text>
          <TextAreaField control={control} name="reason" required label={t('reason')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}

/** Something that tutor, teacher and the school read. */
export function CommentDialog({ tutoringId, opened, onClose }: Opened) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<{ text: string }>
      opened={opened}
      onClose={onClose}
      title={t('one.comment')}
      submitLabel={t('one.send')}
      defaults={{ text: '' }}
      refresh={tutors.all}
      onSend={({ text }, header) => tutorActs.comment(tutoringId, text.trim(), header)}
    >
      {({ control }) => <TextAreaField control={control} name="text" required label={t('one.text')} hint={t('one.textHint')} rows={4} maxLength={4000} />}
    </CommandDialog>
  );
}
