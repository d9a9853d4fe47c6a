import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { CouncilSections } from '@/shared/councils/council-sections';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { incentiveActs } from './acts';
import { incentives } from './api';
import { IncentiveFunctions } from './incentive-functions';
import { incentiveTones } from './status';
import type { Incentive, IncentiveFunction } from './types';

const ProposeIncentive = dialogLater(async () => (await import('./incentive-forms')).ProposeIncentive);
const SupportIncentive = dialogLater(async () => (await import('./incentive-forms')).SupportIncentive);

type Props = {
  organizationId: string;
  mayPropose: boolean;
  /** What the incentives shown are for; all when absent. */
  shown: IncentiveFunction | undefined;
  onShow: (shown: IncentiveFunction | undefined) => void;
};

/** Who is proposed for a reward: the council supports, the head grants. */
export function IncentivesPage({ organizationId, mayPropose, shown, onShow }: Props) {
  const { t } = useTranslation('incentives');
  const [proposing, setProposing] = useState(false);
  const pages = useInfiniteQuery(incentives.list(organizationId, shown));
  const proposals = pages.data?.pages.flatMap(({ items }) => items);
  const propose = mayPropose && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setProposing(true)}>
      {t('incentives.propose')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('incentives.title')} summary={t('incentives.about')}>
        {propose}
      </PageHeader>
      <CouncilSections />
      <IncentiveFunctions organizationId={organizationId} shown={shown} onShow={onShow} />
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {proposals?.length === 0 && shown && <EmptyState title={t('incentives.noneShown')} text={t('incentives.noneShownText')} />}
      {proposals?.length === 0 && !shown && (
        <EmptyState title={t('incentives.none')} text={t(mayPropose ? 'incentives.noneText' : 'incentives.noneYet')}>
          {propose}
        </EmptyState>
      )}
      {proposals && proposals.length > 0 && (
        <>
          <ul className={rows.list}>
            {proposals.map((proposal) => (
              <Proposal key={proposal.id} organizationId={organizationId} proposal={proposal} />
            ))}
          </ul>
          <LoadMore pages={pages} shown={proposals.length} />
        </>
      )}
      <ProposeIncentive organizationId={organizationId} opened={proposing} onClose={() => setProposing(false)} />
    </>
  );
}

const words = ['NotSupport', 'Grant', 'Decline', 'Withdraw'] as const;
type Word = (typeof words)[number];

function Proposal({ organizationId, proposal }: { organizationId: string; proposal: Incentive }) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const [asking, setAsking] = useState<Word>();
  const [supporting, setSupporting] = useState(false);
  const { act, dialog } = useCouncilAct();
  const { id, version, status, steps } = proposal;

  const send = (word: Word, comment: string) => {
    const said = comment ? { comment } : {};
    if (word === 'NotSupport') return incentiveActs.decide(id, { version, supported: false, ...said });
    if (word === 'Withdraw') return incentiveActs.withdraw(id, version);
    return incentiveActs.grant(id, { version, granted: word === 'Grant', ...said });
  };

  return (
    <li className={rows.row}>
      <div>
        <div className={rows.strong}>{proposal.personName}</div>
        <div>
          {proposal.incentive}
          {proposal.amountKopecks !== null && `, ${format.money(proposal.amountKopecks)}`}
        </div>
        <p className={rows.text}>{proposal.grounds}</p>
        <Text size="sm" c="dimmed">
          {[
            t(`incentiveKind.${proposal.kind}`),
            t(`incentiveFunction.${proposal.function}`),
            t('incentives.by', { name: proposal.proposedByName, date: format.date(proposal.proposedAt) }),
          ].join(' · ')}
        </Text>
        {proposal.decisionText && <Text size="sm">{t('incentives.decision', { text: proposal.decisionText })}</Text>}
        {proposal.comment && <p className={rows.text}>{proposal.comment}</p>}
      </div>
      <div className={rows.tools}>
        <StatusTag tone={incentiveTones[status]}>{t(`incentiveStatus.${status}`)}</StatusTag>
        {steps.includes('Support') && (
          <Button size="compact-sm" variant="default" onClick={() => setSupporting(true)}>
            {t('incentives.step.Support')}
          </Button>
        )}
        {words
          .filter((word) => steps.includes(word))
          .map((word) => (
            <Button key={word} size="compact-sm" variant={word === 'Grant' ? 'filled' : 'default'} onClick={() => setAsking(word)}>
              {t(`incentives.step.${word}`)}
            </Button>
          ))}
      </div>
      <SupportIncentive organizationId={organizationId} proposal={proposal} opened={supporting} onClose={() => setSupporting(false)} />
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(`incentives.title${asking ?? 'Grant'}`)}
        confirmLabel={t(`incentives.step.${asking ?? 'Grant'}`)}
        askReason={asking === 'Grant' ? 'optional' : asking !== 'Withdraw'}
        onConfirm={(comment) => asking && act(() => send(asking, comment))}
      >
        <Text>
          {proposal.personName}: {proposal.incentive}
        </Text>
        {asking === 'Grant' && (
          <Text size="sm" c="dimmed">
            {t('incentives.grantHint')}
          </Text>
        )}
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
