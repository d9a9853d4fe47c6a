import { useState } from 'react';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { sayDone } from '@/shared/ui/say-done';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { setup, setupActs, type Provision, type ProvisionStep } from './api';
import cls from './setup.module.css';
import { useAct } from './use-act';

const ProvisionDialog = dialogLater(async () => (await import('./provision-dialog')).ProvisionDialog, ({ edited }) => edited !== undefined);

const tones: Record<Provision['status'], Tone> = { Planned: 'wait', InProgress: 'wait', Provided: 'ok', Withdrawn: 'off' };
export const provisionKinds = ['Organizational', 'Methodical', 'Material', 'Infrastructure'] as const;

type Props = { organizationId: string; mayWrite: boolean };

/** What the school provides for mentoring, by kind. */
export function Provisions({ organizationId, mayWrite }: Props) {
  const { t } = useTranslation('setup');
  const list = useQuery(setup.provisions(organizationId));
  const [edited, setEdited] = useState<Provision | 'new'>();
  const { act, dialog } = useAct();
  const move = (one: Provision, step: ProvisionStep) =>
    act(() => setupActs.move(one.id, one.version, step))
      .then((done) => done && sayDone(t(`provisionStep.${step}`)))
      .catch((error: unknown) => notifications.show({ color: 'red', message: problemText(error) }));

  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('provision.add')}
    </Button>
  );

  return (
    <>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={200} />}
      {list.data?.length === 0 && (
        <EmptyState title={t('provision.none')} text={t('provision.noneText')}>
          {add}
        </EmptyState>
      )}
      {list.data && list.data.length > 0 && (
        <>
          <Group justify="space-between" maw={820} mb="sm">
            <Text size="sm" c="dimmed">
              {t('provision.summary', {
                provided: list.data.filter(({ status }) => status === 'Provided').length,
                total: list.data.filter(({ status }) => status !== 'Withdrawn').length,
              })}
            </Text>
            {add}
          </Group>
          {provisionKinds.map((kind) => {
            const rows = list.data.filter((one) => one.kind === kind);
            return (
              <section key={kind} aria-labelledby={`kind-${kind}`} className={cls.part}>
                <Title order={2} size="h3" id={`kind-${kind}`} mb="xs">
                  {t(`provisionKind.${kind}`)}
                </Title>
                {rows.length === 0 && <Text c="dimmed">{t('provision.emptyKind')}</Text>}
                <ul className={cls.list}>
                  {rows.map((one) => (
                    <Row key={one.id} one={one} onMove={mayWrite ? move : undefined} onEdit={mayWrite ? setEdited : undefined} />
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
      <ProvisionDialog organizationId={organizationId} edited={edited} onClose={() => setEdited(undefined)} />
      {dialog}
    </>
  );
}

type RowProps = {
  one: Provision;
  onMove: ((one: Provision, step: ProvisionStep) => unknown) | undefined;
  onEdit: ((one: Provision) => void) | undefined;
};

function Row({ one, onMove, onEdit }: RowProps) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const { title, status, overdue, dueOn, providedOn, responsibleName, basis, note, condition, outcomes, steps } = one;

  return (
    <li className={cls.card}>
      <div className={cls.row}>
        <div className={cls.about}>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {t(`condition.${condition}`)} → {outcomes.map((outcome) => t(`outcome.${outcome}`)).join(', ')}
          </Text>
          <Text size="sm">
            {[
              providedOn ? t('provision.providedOn', { date: format.date(providedOn) }) : dueOn && t('provision.due', { date: format.date(dueOn) }),
              responsibleName,
              basis,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {note && <Text size="sm">{note}</Text>}
        </div>
        <StatusTag tone={overdue ? 'risk' : tones[status]}>{t(overdue ? 'provision.overdue' : `provisionStatus.${status}`)}</StatusTag>
      </div>
      {onMove && onEdit && (
        <Group gap="xs" mt="xs" className="no-print">
          {steps.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant={step === 'Provide' ? 'light' : 'default'}
              aria-label={t('provision.stepOf', { step: t(`provisionStep.${step}`), title })}
              onClick={() => void onMove(one, step)}
            >
              {t(`provisionStep.${step}`)}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" aria-label={t('provision.editOf', { title })} onClick={() => onEdit(one)}>
            {t('provision.edit')}
          </Button>
        </Group>
      )}
    </li>
  );
}
