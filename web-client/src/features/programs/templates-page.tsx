import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { PageHeader } from '@/shared/ui/page-header';
import { planActs, plans, type Template } from './plan-api';
import { PlainTable, type PlainColumn } from './plain-table';
import { useAct } from './use-act';

type Props = { organizationId: string; mayWrite: boolean };

/** The roadmaps that a school uses again. */
export function TemplatesPage({ organizationId, mayWrite }: Props) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const purposes = useDictionary('program-purpose');
  const { act, dialog } = useAct();
  const templates = useQuery(plans.templates(organizationId));
  const [retiring, setRetiring] = useState<Template>();

  const columns: PlainColumn<Template>[] = [
    {
      id: 'title',
      header: t('templates.name'),
      rowHeader: true,
      width: 3,
      cell: ({ title, purposeCode, activities }) => (
        <details>
          <summary>{title}</summary>
          <Text size="sm" c="dimmed">
            {purposes.name(purposeCode)}
          </Text>
          <ol>
            {activities.map(({ activity, dueAfterDays }, index) => (
              <li key={index}>{t('templates.step', { activity, days: format.number(dueAfterDays) })}</li>
            ))}
          </ol>
        </details>
      ),
    },
    { id: 'goals', header: t('goals.title'), align: 'end', cell: ({ goals }) => format.number(goals.length) },
    {
      id: 'activities',
      header: t('templates.activities'),
      align: 'end',
      cell: ({ activities }) => format.number(activities.length),
    },
    {
      id: 'updated',
      header: t('templates.updated'),
      width: 2,
      cell: ({ updatedAt, updatedByName }) => `${format.instant(updatedAt)}, ${updatedByName}`,
    },
  ];
  const acts: PlainColumn<Template> = {
    id: 'acts',
    header: t('templates.acts'),
    cell: (template) => (
      <Button size="compact-sm" variant="subtle" onClick={() => setRetiring(template)}>
        {t('templates.retire')}
        <span className="visually-hidden">: {template.title}</span>
      </Button>
    ),
  };

  return (
    <>
      <PageHeader title={t('templates.title')} summary={t('templates.lead')} />
      {templates.error && <Failure error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.data?.length === 0 && <EmptyState title={t('templates.none')} text={t('templates.noneText')} />}
      {templates.data && templates.data.length > 0 && (
        <PlainTable
          label={t('templates.title')}
          columns={mayWrite ? [...columns, acts] : columns}
          rows={templates.data}
          rowKey={({ id }) => id}
        />
      )}
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
