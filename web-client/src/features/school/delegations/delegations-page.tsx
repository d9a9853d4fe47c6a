import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { delegationActs, delegations, type Delegation, type Status, type Step } from './api';
import cls from './delegations.module.css';

const ProposeDialog = dialogLater(async () => (await import('./propose-dialog')).ProposeDialog);

const tones: Record<Status, Tone> = {
  Proposed: 'wait',
  Accepted: 'wait',
  InForce: 'ok',
  Ended: 'off',
  Declined: 'risk',
  Withdrawn: 'off',
};

type Props = { organizationId: string; mayPropose: boolean };
type Asked = { delegation: Delegation; step: Step };

/** What the organization handed over and what it took from others. */
export function DelegationsPage({ organizationId, mayPropose }: Props) {
  const { t } = useTranslation('delegations');
  const list = useQuery(delegations.list(organizationId));
  const take = useMutation(delegationActs.take());
  const [proposing, setProposing] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const propose = mayPropose && <Button onClick={() => setProposing(true)}>{t('propose')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        {propose}
      </PageHeader>
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      <Stack gap="lg" maw={860}>
        {list.data &&
          (['given', 'taken'] as const).map((side) => (
            <section key={side} aria-labelledby={`${side}-title`}>
              <Title order={2} size="h4" mb="xs" id={`${side}-title`}>
                {t(side)}
              </Title>
              {list.data[side].length === 0 && <EmptyState title={t(`${side}None`)} text={t(`${side}NoneText`)} />}
              <ul className={cls.list}>
                {list.data[side].map((delegation) => (
                  <li key={delegation.id} className={cls.item}>
                    <Row
                      delegation={delegation}
                      other={side === 'given' ? 'taker' : 'giver'}
                      onStep={(step) => setAsked({ delegation, step })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </Stack>
      <ProposeDialog organizationId={organizationId} opened={proposing} onClose={() => setProposing(false)} />
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked ? t(`ask.${asked.step}`) : ''}
        confirmLabel={asked ? t(`step.${asked.step}`) : ''}
        danger={asked?.step === 'End'}
        {...(asked?.step === 'Accept' ? {} : { askReason: 'optional' as const })}
        onConfirm={(reason) =>
          asked &&
          take.mutateAsync({
            id: asked.delegation.id,
            step: asked.step,
            version: asked.delegation.version,
            reason: reason || null,
          })
        }
      >
        <Text size="sm">{asked && t(`askText.${asked.step}`)}</Text>
      </ConfirmDialog>
    </>
  );
}

type RowProps = { delegation: Delegation; other: 'taker' | 'giver'; onStep: (step: Step) => void };

function Row({ delegation, other, onStep }: RowProps) {
  const { t } = useTranslation('delegations');
  const format = useFormat();
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t(`component.${delegation.component}`)}</Text>
        <StatusTag tone={tones[delegation.status]}>{t(`status.${delegation.status}`)}</StatusTag>
      </Group>
      <Text size="sm">
        {t(other, { name: delegation.otherName })} ·{' '}
        {t('period', { from: format.date(delegation.startsOn), until: format.lastDay(delegation.endsOn, delegation.startsOn) })}
      </Text>
      <Text size="sm">{t('basis', { basis: delegation.basis })}</Text>
      {delegation.task && <Text size="sm">{delegation.task}</Text>}
      {delegation.reason && <Text size="sm">{t('reason', { reason: delegation.reason })}</Text>}
      <Text size="xs" c="dimmed">
        {t('rights')}: {t(`right.${delegation.component}`)}
      </Text>
      {delegation.steps.length > 0 && (
        <Group gap={4} mt={6}>
          {delegation.steps.map((step) => (
            <Button
              key={step}
              size="compact-md"
              variant={step === 'Accept' ? 'filled' : 'default'}
              onClick={() => onStep(step)}
            >
              {t(`step.${step}`)}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
