import { Button, Group, Text } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { PageHeader } from '@/shared/ui/page-header';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { useLeaveGuard } from '@/shared/ui/use-leave-guard';
import { programs, refreshPrograms } from './api';
import { EditorGoals } from './editor-goals';
import { EditorRoadmap } from './editor-roadmap';
import { correctionOf, valuesOf, type ProgramValues } from './editor-values';
import { PlainTable } from './plain-table';
import { planActs } from './plan-acts';
import cls from './program-editor.module.css';

/** Other goals or another roadmap for a program in force. What is done stays and is shown for itself. */
export function CorrectPage({ programId, onSent }: { programId: string; onSent: () => unknown }) {
  const { t } = useTranslation('programs');
  const client = useQueryClient();
  const { data: program } = useSuspenseQuery(programs.detail(programId));
  const done = program.activities.filter(({ doneOn }) => doneOn);
  const values = valuesOf(program);
  const form = useForm<ProgramValues>({
    defaultValues: {
      ...values,
      activities: values.activities.filter((_, index) => !program.activities[index]?.doneOn),
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, ['goals', 'reason']);
  const leaving = useLeaveGuard(form.formState.isDirty);

  const send = submit(async (changed) => {
    await planActs.correct(programId, { version: program.version, ...correctionOf(changed, done) });
    form.reset(changed);
    await refreshPrograms(client);
    sayDone(t('versions.propose'));
    await onSent();
  });

  return (
    <FormProvider {...form}>
      <PageHeader title={t('correct.title')} summary={program.title} />
      <Text maw={640} mb="md">
        {t('correct.lead')}
      </Text>
      <form noValidate className={cls.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('versions.why')}
          hint={t('correct.reasonHint')}
          required
          maxLength={1000}
          rows={2}
        />
        <EditorGoals organizationId={program.organizationId} />
        {done.length > 0 && (
          <PlainTable
            label={t('correct.done')}
            columns={[
              { id: 'activity', header: t('correct.done'), rowHeader: true, width: 3, cell: ({ activity }) => activity },
              { id: 'result', header: t('roadmap.result'), width: 2, cell: ({ expectedResult }) => expectedResult },
            ]}
            rows={done}
            rowKey={({ id }) => id}
          />
        )}
        <EditorRoadmap />
        <Group className={cls.bar} justify="end">
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('versions.propose')}
          </Button>
        </Group>
      </form>
      {leaving}
    </FormProvider>
  );
}
