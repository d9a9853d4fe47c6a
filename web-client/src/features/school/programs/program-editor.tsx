import { useEffect, useRef, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { isStale } from '@/shared/api/problem';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { PageHeader } from '@/shared/ui/page-header';
import { TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { useLeaveGuard } from '@/shared/ui/use-leave-guard';
import { programActs } from './acts';
import { programs, refreshPrograms } from './api';
import { EditorBasics, type FormsInUse } from './editor-basics';
import { EditorGoals } from './editor-goals';
import { EditorPeople } from './editor-people';
import { EditorRoadmap } from './editor-roadmap';
import { EditorTemplate } from './editor-template';
import { bodyOf, emptyProgram, fields, isBlank, valuesOf, type Pair, type ProgramValues } from './editor-values';
import cls from './program-editor.module.css';
import type { Program } from './types';

type Props = {
  organizationId: string;
  /** Absent for a new program. */
  program?: Program;
  /** Of a new program, when it is drafted for somebody. */
  pair?: Pair;
  onSaved: (id: string) => unknown;
  /** The forms that the school uses; all when absent. */
  forms?: FormsInUse | undefined;
  /** Who may write templates is led to where that is done. */
  mayCompose?: boolean;
  /** Participants plan too, but people and pay stay the curator's. */
  byCurator?: boolean;
};

const withoutIdle = (values: ProgramValues): ProgramValues => ({
  ...values,
  goals: values.goals.filter((goal) => !isBlank(goal)),
  activities: values.activities.filter((activity) => !isBlank(activity)),
});

export function ProgramEditor({ organizationId, program, pair, forms, onSaved, mayCompose = false, byCurator = true }: Props) {
  const { t } = useTranslation('programs');
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const form = useForm<ProgramValues>({
    defaultValues: program ? valuesOf(program) : emptyProgram(pair),
    shouldFocusError: false,
  });
  const { isDirty, isSubmitting, isSubmitted } = form.formState;
  const { submit, summary } = useFormFaults(form, fields);
  const leaving = useLeaveGuard(isDirty);

  // What was wrong with one day may be mended by another.
  const term = useWatch({ control: form.control, name: ['startsOn', 'endsOn'] }).join();
  const { trigger } = form;
  const checked = useRef(term);
  useEffect(() => {
    // Not upon sending: what the server says of a day stays until the day changes.
    if (checked.current === term) return;
    checked.current = term;
    if (isSubmitted) void trigger(['endsOn', 'activities']);
  }, [term, isSubmitted, trigger]);

  // What the text on the screen is written over: never a version that came meanwhile and nobody was asked about.
  const [base, setBase] = useState(program);
  const { guard, dialog } = useStaleDialog(() => base && form.reset(valuesOf(base)));

  const save = async (values: ProgramValues) => {
    const body = bodyOf(values);
    if (!base) return (await programActs.create({ ...body, organizationId }, key.header)).id;

    const { id, version } = base;
    try {
      const reason = values.reason.trim();
      await programActs.revise(id, { ...body, version, ...(reason ? { reason } : {}) });
    } catch (error) {
      // The newer version must be known before the user decides whose text to keep.
      if (isStale(error)) setBase(await client.fetchQuery({ ...programs.detail(id), staleTime: 0 }));
      throw error;
    }
    return id;
  };

  const send = submit(async (written) => {
    const values = withoutIdle(written);
    // So that what the server says of the second row is read at the second row.
    if (values.goals.length < written.goals.length) form.setValue('goals', values.goals);
    if (values.activities.length < written.activities.length) form.setValue('activities', values.activities);
    const id = await guard(() => save(values));
    if (!id) return;
    // What is on the screen is saved, so leaving it asks nothing.
    form.reset(values);
    await refreshPrograms(client);
    sayDone(t('editor.save'));
    await onSaved(id);
  });

  return (
    <FormProvider {...form}>
      <PageHeader title={program ? program.title : t('editor.new')} summary={t('editor.lead')} />
      <form noValidate className={cls.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        {!program && <EditorTemplate organizationId={organizationId} mayCompose={mayCompose} />}
        <EditorBasics organizationId={organizationId} forms={forms} keptForm={program?.formCode} withPay={byCurator} />
        {byCurator && <EditorPeople organizationId={organizationId} />}
        <EditorGoals organizationId={organizationId} drafting />
        <EditorRoadmap drafting />
        {program && (
          <TextField
            control={form.control}
            name="reason"
            label={t('versions.why')}
            hint={t('editor.reasonHint')}
            maxLength={1000}
          />
        )}
        <Group className={cls.bar} justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {isDirty ? t('editor.unsaved') : t('editor.unchanged')}
          </Text>
          <Button type="submit" loading={isSubmitting}>
            {t('editor.save')}
          </Button>
        </Group>
      </form>
      {dialog}
      {leaving}
    </FormProvider>
  );
}
