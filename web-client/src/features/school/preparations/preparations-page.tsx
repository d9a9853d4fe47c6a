import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { CouncilSections } from '@/shared/councils/council-sections';
import { preparations as plans } from './api';
import { preparationTones } from './status';
import type { TaskFor } from './task-dialog';
import { TaskRow } from './task-row';
import type { CouncilTask, Preparation } from './types';

const FinishDialog = dialogLater(async () => (await import('./finish-dialog')).FinishDialog);
const PreparationDialog = dialogLater(async () => (await import('./preparation-dialog')).PreparationDialog);
const TaskDialog = dialogLater(async () => (await import('./task-dialog')).TaskDialog, ({ task }) => task !== undefined);

type Props = { organizationId: string; mayWork: boolean };
const NONE: never[] = [];

/** What the council prepares people for, and what it asks to be provided. */
export function PreparationsPage({ organizationId, mayWork }: Props) {
  const { t } = useTranslation('preparations');
  const [adding, setAdding] = useState(false);
  const [taskFor, setTaskFor] = useState<TaskFor>();
  const preparations = useQuery(plans.list(organizationId));
  const tasks = useQuery(plans.tasks(organizationId));
  const all = tasks.data ?? NONE;
  const provision = all.filter(({ kind }) => kind !== 'Preparation');
  const add = mayWork && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('preparations.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('preparations.title')} summary={t('preparations.about')}>
        {add}
      </PageHeader>
      <CouncilSections />
      {preparations.error && <Failure error={preparations.error} onRetry={() => void preparations.refetch()} />}
      {preparations.data?.length === 0 && (
        <EmptyState title={t('preparations.none')} text={t(mayWork ? 'preparations.noneText' : 'preparations.noneYet')}>
          {add}
        </EmptyState>
      )}
      {preparations.data?.map((preparation) => (
        <PreparationCard
          key={preparation.id}
          preparation={preparation}
          steps={all.filter(({ preparationId }) => preparationId === preparation.id)}
          mayWork={mayWork}
          onAddStep={() => setTaskFor({ kind: 'Preparation', preparationId: preparation.id })}
        />
      ))}

      <section className={rows.section} aria-labelledby="provision">
        <Group justify="space-between" mb="xs">
          <Title order={2} id="provision">
            {t('tasks.title')}
          </Title>
          {mayWork && (
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setTaskFor({ kind: 'Organizational' })}>
              {t('tasks.add')}
            </Button>
          )}
        </Group>
        {tasks.error && <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />}
        {tasks.data && provision.length === 0 && <EmptyState title={t('tasks.none')} text={t('tasks.noneText')} />}
        {provision.length > 0 && (
          <ul className={rows.list}>
            {provision.map((task) => (
              <TaskRow key={task.id} task={task} mayWork={mayWork} />
            ))}
          </ul>
        )}
      </section>
      <PreparationDialog organizationId={organizationId} opened={adding} onClose={() => setAdding(false)} />
      <TaskDialog organizationId={organizationId} task={taskFor} onClose={() => setTaskFor(undefined)} />
    </>
  );
}

type CardProps = { preparation: Preparation; steps: readonly CouncilTask[]; mayWork: boolean; onAddStep: () => void };

function PreparationCard({ preparation, steps, mayWork, onAddStep }: CardProps) {
  const { t } = useTranslation('preparations');
  const format = useFormat();
  const [finishing, setFinishing] = useState(false);
  const { title, kind, level, status, startsOn, participants, aim, result } = preparation;
  const open = mayWork && status === 'Preparing';

  return (
    <article className={rows.card} style={{ marginBlockEnd: 12 }} aria-label={title}>
      <Group justify="space-between" align="start" gap="xs">
        <div style={{ flex: '1 1 240px' }}>
          <Title order={2}>{title}</Title>
          <Text size="sm" c="dimmed">
            {[t(`preparationKind.${kind}`), t(`preparationLevel.${level}`), format.date(startsOn, 'long')].join(' · ')}
          </Text>
          <Text>{t('preparations.participants', { names: participants })}</Text>
          {aim && <p className={rows.text}>{aim}</p>}
          {result && <p className={rows.text}>{t('preparations.result', { text: result })}</p>}
        </div>
        <StatusTag tone={preparationTones[status]}>{t(`preparationStatus.${status}`)}</StatusTag>
      </Group>
      {steps.length > 0 && (
        <ul className={rows.list} style={{ marginBlockStart: 8 }} aria-label={t('preparations.plan')}>
          {steps.map((task) => (
            <TaskRow key={task.id} task={task} mayWork={mayWork} />
          ))}
        </ul>
      )}
      {open && (
        <Group gap="xs" mt="sm">
          <Button size="xs" variant="default" onClick={onAddStep}>
            {t('preparations.addStep')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setFinishing(true)}>
            {t('preparations.finish')}
          </Button>
        </Group>
      )}
      <FinishDialog what={{ preparation }} opened={finishing} onClose={() => setFinishing(false)} />
    </article>
  );
}
