import { Button, Group, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, NumberField, TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { lastDay, today } from '@/shared/i18n/dates';
import { endAfter } from '@/shared/ui/fields-end';
import { sayDone } from '@/shared/ui/say-done';
import { profileActs } from './acts';
import type { MentorCard } from './api';
import { CheckField, CodesField, Section } from './form-parts';
import cls from './profiles.module.css';
import { useAct } from './use-act';

const fields = [
  'summary',
  'trajectorySkills',
  'supportSkills',
  'topics',
  'areas',
  'subjects',
  'capacityPrograms',
  'capacityHours',
  'remote',
  'availableFrom',
  'availableUntil',
] as const;

const valuesOf = ({ profile }: MentorCard) => ({
  summary: profile?.summary ?? '',
  trajectorySkills: profile?.trajectorySkills ?? '',
  supportSkills: profile?.supportSkills ?? '',
  topics: profile?.topics ?? [],
  areas: profile?.areas ?? [],
  subjects: profile?.subjects ?? [],
  capacityPrograms: String(profile?.capacityPrograms ?? 1),
  capacityHours: String(profile?.capacityHours ?? 4),
  remote: profile?.remote ?? false,
  availableFrom: profile?.availableFrom ?? today(),
  availableUntil: profile?.availableUntil ? lastDay(profile.availableUntil) : '',
});

/** What a person offers as a mentor. */
export function MentorForm({ card }: { card: MentorCard }) {
  const { t } = useTranslation('profiles');
  const topics = useDictionary('mentor-topic');
  const areas = useDictionary('competence-area');
  const subjects = useDictionary('subject');
  const form = useForm({ defaultValues: valuesOf(card), shouldFocusError: false });
  const { control, formState } = form;
  const { submit, summary } = useFormFaults(form, fields);
  const { act, dialog } = useAct();

  const send = submit(async (values) => {
    const saved = await act(() =>
      profileActs.saveMentor(card, {
        ...values,
        version: card.profile?.version ?? 0,
        capacityPrograms: parseNumber(values.capacityPrograms) ?? 0,
        capacityHours: parseNumber(values.capacityHours) ?? 0,
        availableUntil: endAfter(values.availableUntil),
      }),
    );
    if (!saved) return;
    form.reset(values);
    sayDone(t(card.profile ? 'form.save' : 'mentor.create'));
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Section id="offer" title={t('mentor.offer')}>
        <div className={cls.pair}>
          <CodesField control={control} name="topics" label={t('field.topics')} hint={t('mentor.topicsHint')} options={topics.options} />
          <CodesField control={control} name="subjects" label={t('field.subjects')} options={subjects.options} />
          <CodesField control={control} name="areas" label={t('field.areas')} options={areas.options} />
          <TextAreaField control={control} name="summary" label={t('mentor.summary')} hint={t('mentor.summaryHint')} />
          <TextAreaField control={control} name="trajectorySkills" label={t('mentor.trajectory')} hint={t('mentor.trajectoryHint')} />
          <TextAreaField control={control} name="supportSkills" label={t('mentor.support')} hint={t('mentor.supportHint')} />
        </div>
        <Text size="sm" c="dimmed">
          {t('mentor.confirmedAnew')}
        </Text>
      </Section>
      <Section id="capacity" title={t('mentor.capacity')}>
        <div className={cls.grid}>
          <NumberField control={control} name="capacityPrograms" label={t('field.capacityPrograms')} required />
          <NumberField control={control} name="capacityHours" label={t('field.capacityHours')} required />
          <DateField control={control} name="availableFrom" label={t('field.availableFrom')} required />
          <DateField control={control} name="availableUntil" label={t('field.availableUntil')} hint={t('mentor.untilHint')} />
        </div>
        <CheckField control={control} name="remote" label={t('field.remote')} />
      </Section>
      <Group justify="space-between" mb="lg">
        <Text size="sm" c="dimmed" role="status">
          {formState.isDirty ? t('form.unsaved') : ''}
        </Text>
        <Button type="submit" loading={formState.isSubmitting}>
          {t(card.profile ? 'form.save' : 'mentor.create')}
        </Button>
      </Group>
      {dialog}
    </form>
  );
}
