import { useState } from 'react';
import { Button, Code, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField, TextField } from '@/shared/ui/fields';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { actActs } from './acts';
import { acts, refreshActs, type ActKind, type Template } from './api';
import { kinds } from './kinds';

/** The texts from which a school's drafts are made; a school may write its own. */
export function TemplatesPage({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('local-acts');
  const { data } = useSuspenseQuery(acts.templates(organizationId));
  const [kind, setKind] = useState<ActKind>('IntroductionOrder');
  const template = data.templates.find((one) => one.kind === kind);

  return (
    <>
      <PageHeader title={t('templates.title')} summary={t('templates.summary')}>
        <LinkButton variant="default" to="/school/$orgId/documents" params={{ orgId: organizationId }}>
          {t('templates.back')}
        </LinkButton>
      </PageHeader>
      <Stack gap="md" maw={820}>
        <NativeSelect
          label={t('field.kind')}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as ActKind)}
          data={kinds.map((value) => ({
            value,
            label: data.templates.some((one) => one.kind === value && one.ownText !== null)
              ? t('templates.ownOf', { kind: t(`kind.${value}`) })
              : t(`kind.${value}`),
          }))}
        />
        <div>
          <Text size="sm">{t('templates.fields')}</Text>
          <Group component="ul" gap={6} p={0} m={0} mt={4} style={{ listStyle: 'none' }}>
            {data.fields.map((field) => (
              <li key={field}>
                <Code>{`{{${field}}}`}</Code> <Text span size="xs" c="dimmed">{t(`templateField.${field as 'head'}`)}</Text>
              </li>
            ))}
          </Group>
        </div>
        {template && <Form key={`${kind}.${template.version}`} organizationId={organizationId} template={template} />}
      </Stack>
    </>
  );
}

const FIELDS = ['title', 'text'] as const;

function Form({ organizationId, template }: { organizationId: string; template: Template }) {
  const { t } = useTranslation('local-acts');
  const client = useQueryClient();
  const { guard, dialog } = useStaleDialog(() => refreshActs(client));
  const form = useForm({
    defaultValues: { title: template.ownTitle ?? template.title, text: template.ownText ?? template.text },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const save = submit(async (values) => {
    const done = await guard(() => actActs.saveTemplate(organizationId, template.kind, { version: template.version, ...values }));
    if (!done) return;
    await refreshActs(client);
    notifications.show({ message: t('templates.saved') });
  });
  const reset = () => form.reset({ title: template.title, text: template.text }, { keepDefaultValues: true });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <TextField control={control} name="title" label={t('field.title')} required maxLength={300} />
        <TextAreaField control={control} name="text" label={t('field.text')} hint={t('edit.markup')} required rows={18} maxLength={20000} />
        <Group justify="end" gap="xs">
          {template.ownText !== null && (
            <Button variant="default" onClick={reset}>
              {t('templates.reset')}
            </Button>
          )}
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('templates.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
