import { Button, Group, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { profileActs } from './acts';
import type { MenteeCard } from './api';
import { CheckField, CodesField, Section } from './form-parts';
import { Difficulties, Steps } from './mentee-rows';
import { bodyOf, menteeFields, valuesOf, type MenteeValues } from './mentee-values';
import cls from './profiles.module.css';
import { useAct } from './use-act';

/** Self-design: the image to reach, the present, what is hard and the steps between. */
export function MenteeForm({ card }: { card: MenteeCard }) {
  const { t } = useTranslation('profiles');
  const categories = useDictionary('mentee-category');
  const subjects = useDictionary('subject');
  const form = useForm<MenteeValues>({ defaultValues: valuesOf(card), shouldFocusError: false });
  const { control, formState } = form;
  const { submit, summary } = useFormFaults(form, menteeFields);
  const { act, dialog } = useAct();

  const send = submit(async (values) => {
    if (!(await act(() => profileActs.saveMentee(card, bodyOf(values, card.profile?.version ?? 0))))) return;
    form.reset(values);
    sayDone(t(card.profile ? 'form.save' : 'mentee.create'));
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Section id="image" title={t('mentee.image')}>
        <div className={cls.pair}>
          <TextAreaField control={control} name="selfImage" label={t('mentee.selfImage')} hint={t('mentee.selfImageHint')} />
          <TextAreaField control={control} name="selfNow" label={t('mentee.selfNow')} hint={t('mentee.selfNowHint')} />
        </div>
        <TextAreaField control={control} name="priorities" label={t('mentee.priorities')} hint={t('mentee.prioritiesHint')} rows={2} />
      </Section>
      <Difficulties control={control} />
      <Steps control={control} />
      <Section id="about" title={t('mentee.about')}>
        <div className={cls.pair}>
          <CodesField control={control} name="categories" label={t('field.categories')} options={categories.options} />
          <CodesField control={control} name="subjects" label={t('field.subjects')} options={subjects.options} />
        </div>
        <CheckField control={control} name="remote" label={t('field.remote')} />
      </Section>
      <Group justify="space-between" mb="lg">
        <Text size="sm" c="dimmed" role="status">
          {formState.isDirty ? t('form.unsaved') : ''}
        </Text>
        <Button type="submit" loading={formState.isSubmitting}>
          {t(card.profile ? 'form.save' : 'mentee.create')}
        </Button>
      </Group>
      {dialog}
    </form>
  );
}
