import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { planActs } from './plan-acts';
import { plans, type Template } from './plan-api';
import { useAct } from './use-act';

type Props = { organizationId: string; mayWrite: boolean };

/** The roadmaps that a school uses again. */
export function TemplatesPage({ organizationId, mayWrite }: Props) {
  const { t } = useTranslation('programs');
  const { act, dialog } = useAct();
  const templates = useQuery(plans.templates(organizationId));
  const [retiring, setRetiring] = useState<Template>();

  const compose = mayWrite && (
    <LinkButton to="/school/$orgId/templates/new" params={{ orgId: organizationId }} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('templates.new')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('templates.title')} summary={t('templates.lead')}>
        {compose}
      </PageHeader>
      {templates.error && <Failure error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.data?.length === 0 && (
        <EmptyState title={t('templates.none')} text={t(mayWrite ? 'templates.noneText' : 'templates.noneYet')}>
          {compose}
        </EmptyState>
      )}
      <Stack gap="sm">
        {templates.data?.map((template) => (
          <Card key={template.id} organizationId={organizationId} template={template} {...(mayWrite ? { onRetire: setRetiring } : {})} />
        ))}
      </Stack>
      <ConfirmDialog
        opened={retiring !== undefined}
        onClose={() => setRetiring(undefined)}
        title={t('templates.retireTitle')}
        confirmLabel={t('templates.retire')}
        danger
        onConfirm={() => act(() => planActs.retireTemplate(retiring?.id ?? '', retiring?.version ?? 0))}
      >
        <Text>{t('templates.retireText', { title: retiring?.title ?? '' })}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

type CardProps = { organizationId: string; template: Template; onRetire?: (template: Template) => void };

function Card({ organizationId, template, onRetire }: CardProps) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const purposes = useDictionary('program-purpose');
  const { id, title, purposeCode, goals, activities, updatedAt, updatedByName } = template;

  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {[purposes.name(purposeCode), t('templates.goalCount', { count: goals.length })].join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('templates.changed', { at: format.instant(updatedAt), by: updatedByName })}
          </Text>
        </div>
        {onRetire && (
          <Group gap={4}>
            <LinkButton
              variant="subtle"
              to="/school/$orgId/templates/$templateId"
              params={{ orgId: organizationId, templateId: id }}
              aria-label={`${t('templates.edit')}: ${title}`}
            >
              {t('templates.edit')}
            </LinkButton>
            <Button variant="subtle" aria-label={`${t('templates.retire')}: ${title}`} onClick={() => onRetire(template)}>
              {t('templates.retire')}
            </Button>
          </Group>
        )}
      </Group>
      <details>
        <summary style={{ paddingBlock: 4 }}>{t('templates.stepCount', { count: activities.length })}</summary>
        <ol>
          {activities.map(({ activity, dueAfterDays }, index) => (
            <li key={index}>{t('templates.step', { activity, days: format.number(dueAfterDays) })}</li>
          ))}
        </ol>
      </details>
    </Paper>
  );
}
