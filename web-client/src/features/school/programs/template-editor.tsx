import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ApiError, isStale } from '@/shared/api/problem';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextField } from '@/shared/ui/fields';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { useLeaveGuard } from '@/shared/ui/use-leave-guard';
import { refreshPrograms } from './api';
import { planActs } from './plan-acts';
import { plans, type Template } from './plan-api';
import cls from './program-editor.module.css';
import { TemplateGoals } from './template-goals';
import { TemplateSteps } from './template-steps';
import { emptyTemplate, templateBody, templateFields, templateValues, type TemplateValues } from './template-values';

type Props = {
  organizationId: string;
  /** As it was opened; absent for a new one. */
  template?: Template;
  onSaved: () => unknown;
};

/** Composes a template of the school, or rewrites one. */
export function TemplateEditor({ organizationId, template, onSaved }: Props) {
  const { t } = useTranslation('programs');
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const purposes = useDictionary('program-purpose');
  const form = useForm<TemplateValues>({
    defaultValues: template ? templateValues(template) : emptyTemplate(),
    shouldFocusError: false,
  });
  const { isDirty, isSubmitting } = form.formState;
  const { submit, summary } = useFormFaults(form, templateFields);
  const leaving = useLeaveGuard(isDirty);

  // What the text on the screen is written over: never a version that came meanwhile and nobody was asked about.
  const [base, setBase] = useState(template);
  const { guard, dialog } = useStaleDialog(() => base && form.reset(templateValues(base)));

  const save = async (values: TemplateValues) => {
    const body = templateBody(values);
    if (!base) return planActs.createTemplate({ ...body, organizationId }, header);
    const { id, version } = base;
    try {
      return await planActs.reviseTemplate(id, { ...body, version });
    } catch (error) {
      if (!isStale(error)) throw error;
      // The newer version must be known before the user decides whose text to keep.
      const all = await client.fetchQuery({ ...plans.templates(organizationId), staleTime: 0 });
      const newer = all.find((one) => one.id === id);
      if (!newer) throw new ApiError({ title: t('templates.gone'), status: 409 });
      setBase(newer);
      throw error;
    }
  };

  const send = submit(async (values) => {
    if (!(await guard(() => save(values)))) return;
    // What is on the screen is saved, so leaving it asks nothing.
    form.reset(values);
    await refreshPrograms(client);
    sayDone(t('templates.saveChanges'));
    await onSaved();
  });

  return (
    <FormProvider {...form}>
      <PageHeader title={template ? template.title : t('templates.new')} summary={t(template ? 'templates.editLead' : 'templates.newLead')}>
        <LinkButton variant="default" to="/school/$orgId/templates" params={{ orgId: organizationId }}>
          {t('templates.all')}
        </LinkButton>
      </PageHeader>
      <form noValidate className={cls.form} onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        <section className={cls.section} aria-labelledby="basics">
          <Title order={2} id="basics" mb="sm">
            {t('templates.basics')}
          </Title>
          <div className={cls.grid}>
            <TextField
              control={form.control}
              name="title"
              label={t('templates.name')}
              hint={t('templates.nameHint')}
              required
              maxLength={200}
            />
            <SelectField
              control={form.control}
              name="purposeCode"
              label={t('field.purpose')}
              hint={t('templates.purposeHint')}
              options={purposes.options}
              empty={t('editor.choose')}
              required
            />
          </div>
        </section>
        <TemplateGoals />
        <TemplateSteps />
        <Group className={cls.bar} justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {isDirty ? t('editor.unsaved') : t('editor.unchanged')}
          </Text>
          <Button type="submit" loading={isSubmitting}>
            {t('templates.saveChanges')}
          </Button>
        </Group>
      </form>
      {dialog}
      {leaving}
    </FormProvider>
  );
}
