import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { isStale } from '@/shared/api/problem';
import { useEveryPage } from '@/shared/api/use-every-page';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { useLeaveGuard } from '@/shared/ui/use-leave-guard';
import { practiceActs } from './acts';
import { practices, refreshPractices } from './api';
import { practiceLists } from './lists';
import { AuthorField } from './author-field';
import { textOf, valuesOf, type PracticeValues } from './editor-values';
import cls from './practices.module.css';
import type { Practice } from './types';

type Props = {
  organizationId: string;
  /** Absent for a new practice. */
  practice?: Practice;
  personId: string | undefined;
  onSaved: (id: string) => unknown;
};

/** Where authors write: what others need in order to repeat it. */
export function PracticeEditor({ organizationId, practice, personId, onSaved }: Props) {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const defaults = valuesOf(practice, personId);
  const form = useForm<PracticeValues>({ defaultValues: defaults, shouldFocusError: false });
  const { control } = form;
  const { isDirty, isSubmitting } = form.formState;
  const { submit, summary } = useFormFaults(form, Object.keys(defaults));
  const leaving = useLeaveGuard(isDirty && !isSubmitting);

  // What the text on the screen is written over: never a version that came meanwhile and nobody was asked about.
  const [base, setBase] = useState(practice);
  const { guard, dialog } = useStaleDialog(() => form.reset(valuesOf(base, personId)));

  const save = async (values: PracticeValues) => {
    const text = textOf(values);
    if (!base) {
      const { supersedesId } = values;
      return (await practiceActs.draft(organizationId, { ...text, supersedesId: supersedesId || null }, key.header)).id;
    }
    const { id, version } = base;
    try {
      await practiceActs.revise(id, version, text);
    } catch (error) {
      // The newer version must be known before the user decides whose text to keep.
      if (isStale(error)) setBase(await client.fetchQuery({ ...practices.detail(id), staleTime: 0 }));
      throw error;
    }
    return id;
  };

  const send = submit(async (values) => {
    const id = await guard(() => save(values));
    if (!id) return;
    // What is on the screen is saved, so leaving it asks nothing.
    form.reset(values);
    await refreshPractices(client);
    sayDone(t(practice ? 'editor.saveChanges' : 'editor.save'));
    await onSaved(id);
  });

  if (practice && (practice.status !== 'Draft' || !practice.own)) {
    return (
      <>
        <PageHeader title={practice.title} />
        <EmptyState title={t('editor.locked')} text={t('editor.lockedText')}>
          <LinkButton to="/practices/$practiceId" params={{ practiceId: practice.id }}>
            {t('editor.toPractice')}
          </LinkButton>
        </EmptyState>
      </>
    );
  }

  return (
    <>
      <PageHeader title={practice?.title ?? t('editor.new')} summary={t('editor.lead')} />
      <form noValidate className={cls.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        <Stack component="section" gap="sm" aria-labelledby="about">
          <Title order={2} id="about">
            {t('editor.about')}
          </Title>
          <TextField control={control} name="title" label={t('field.title')} hint={t('hint.title')} maxLength={200} required />
          <TextAreaField control={control} name="problem" label={t('field.problem')} hint={t('hint.problem')} maxLength={4000} required />
          <DictionaryListField control={control} name="areas" label={t('field.areas')} dictionary="competence-area" required />
          <DictionaryListField control={control} name="topics" label={t('field.topics')} dictionary="mentor-topic" />
          {!practice && <FormerField control={control} organizationId={organizationId} />}
        </Stack>
        <Stack component="section" gap="sm" aria-labelledby="text">
          <Title order={2} id="text">
            {t('editor.text')}
          </Title>
          <TextAreaField
            control={control}
            name="description"
            label={t('field.description')}
            hint={t('hint.description')}
            rows={8}
            maxLength={20_000}
            required
          />
          <TextAreaField control={control} name="results" label={t('field.results')} hint={t('hint.results')} maxLength={4000} required />
          <TextAreaField control={control} name="evidence" label={t('field.evidence')} hint={t('hint.evidence')} maxLength={4000} required />
        </Stack>
        <Stack component="section" gap="sm" aria-labelledby="authors">
          <Title order={2} id="authors">
            {t('editor.authors')}
          </Title>
          <AuthorField control={control} organizationId={organizationId} known={practice?.authors ?? []} />
        </Stack>
        <Group className={cls.bar} justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {t(isDirty ? 'editor.unsaved' : practice ? 'editor.unchanged' : 'editor.blank')}
          </Text>
          <Button type="submit" loading={isSubmitting}>
            {t(practice ? 'editor.saveChanges' : 'editor.save')}
          </Button>
        </Group>
      </form>
      {dialog}
      {leaving}
    </>
  );
}

type FormerProps = { control: ReturnType<typeof useForm<PracticeValues>>['control']; organizationId: string };

/** Offered to whoever has something published that a new practice can replace. */
function FormerField({ control, organizationId }: FormerProps) {
  const { t } = useTranslation('practices');
  const { items: published } = useEveryPage(practiceLists.list(organizationId, { view: 'Own', status: 'Published' }));
  if (published.length === 0) return null;
  return (
    <SelectField
      control={control}
      name="supersedesId"
      label={t('field.supersedesId')}
      hint={t('hint.supersedesId')}
      empty={t('editor.noFormer')}
      options={published.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
