import { useState } from 'react';
import { Button, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import { councils } from './api';
import { decisionFilters, decisionTones } from './status';
import type { DecisionItem, DecisionStatus } from './types';

type Props = {
  organizationId: string;
  mayLead: boolean;
  status: DecisionStatus | undefined;
  onStatus: (status: DecisionStatus | undefined) => void;
};

type Step = 'CarryOut' | 'Revoke';

/** What the council decided, and what came of it. */
export function Decisions({ organizationId, mayLead, status, onStatus }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const pages = useInfiniteQuery(councils.decisions(organizationId, status));
  const decisions = pages.data?.pages.flatMap(({ items }) => items);
  const [asking, setAsking] = useState<{ decision: DecisionItem; step: Step }>();
  const { act, dialog } = useCouncilAct();

  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <NativeSelect
        mb="sm"
        maw={320}
        aria-label={t('decisions.status')}
        value={status ?? ''}
        onChange={({ currentTarget: { value } }) => onStatus(value ? (value as DecisionStatus) : undefined)}
        data={[{ value: '', label: t('decisions.all') }, ...decisionFilters.map((value) => ({ value, label: t(`decisionStatus.${value}`) }))]}
      />
      {decisions?.length === 0 && <EmptyState title={t('decisions.none')} text={t('decisions.noneText')} />}
      {decisions && decisions.length > 0 && (
        <>
          <ul className={rows.list}>
            {decisions.map((decision) => (
              <li key={decision.id} className={rows.row}>
                <div>
                  <div className={rows.strong}>{decision.text}</div>
                  <Text size="sm" c="dimmed">
                    <Link to="/council/meetings/$meetingId" params={{ meetingId: decision.meetingId }}>
                      {decision.meetingNumber
                        ? t('meetings.numbered', { number: decision.meetingNumber, date: format.instant(decision.meetingStartsAt, 'day') })
                        : format.instant(decision.meetingStartsAt, 'day')}
                    </Link>
                    {' · '}
                    {[
                      t(`agendaKind.${decision.kind}`),
                      decision.responsibleName,
                      decision.dueOn && t('queue.until', { date: format.date(decision.dueOn) }),
                      decision.votesFor !== null &&
                        t('decision.votes', { for: decision.votesFor, against: decision.votesAgainst, abstained: decision.votesAbstained }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  {decision.note && <p className={rows.text}>{decision.note}</p>}
                </div>
                <div className={rows.tools}>
                  <StatusTag tone={decisionTones[decision.status]}>{t(`decisionStatus.${decision.status}`)}</StatusTag>
                  {mayLead && decision.status === 'Adopted' && (
                    <>
                      <Button size="compact-sm" variant="default" onClick={() => setAsking({ decision, step: 'CarryOut' })}>
                        {t('decision.step.CarryOut')}
                      </Button>
                      <Button size="compact-sm" variant="subtle" onClick={() => setAsking({ decision, step: 'Revoke' })}>
                        {t('decision.step.Revoke')}
                      </Button>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <LoadMore pages={pages} shown={decisions.length} />
        </>
      )}
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(asking?.step === 'Revoke' ? 'decision.revokeTitle' : 'decision.carryOutTitle')}
        confirmLabel={t(`decision.step.${asking?.step ?? 'CarryOut'}`)}
        askReason
        onConfirm={(note) => asking && act(() => councilActs.step(asking.decision.id, asking.decision.version, asking.step, note))}
      >
        <Text>{asking?.decision.text}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
