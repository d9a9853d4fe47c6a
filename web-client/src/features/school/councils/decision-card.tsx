import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import { decisionTones } from './status';
import type { Decision, Vote } from './types';

const votes: readonly Vote[] = ['For', 'Against', 'Abstained'];

/** A decision in its meeting: proposed, voted on in the open, adopted or not. */
export function DecisionCard({ decision, mayVote }: { decision: Decision; mayVote: boolean }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const [error, setError] = useState<unknown>();
  const { act, dialog } = useCouncilAct();
  const { id, version, status, steps, ownVote } = decision;
  const send = (what: () => Promise<unknown>) => {
    setError(undefined);
    void act(what).catch(setError);
  };

  return (
    <div className={rows.card} style={{ marginBlockStart: 8 }}>
      <Group justify="space-between" align="start" gap="xs">
        <Text fw={600} style={{ flex: '1 1 240px' }}>
          {decision.text}
        </Text>
        <StatusTag tone={decisionTones[status]}>{t(`decisionStatus.${status}`)}</StatusTag>
      </Group>
      <Text size="sm" c="dimmed">
        {[
          decision.responsibleName,
          decision.dueOn && t('queue.until', { date: format.date(decision.dueOn) }),
          decision.votesFor !== null &&
            t('decision.votes', { for: decision.votesFor, against: decision.votesAgainst, abstained: decision.votesAbstained }),
          status === 'Voting' && t('decision.cast', { count: decision.votesCast }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {decision.note && <p className={rows.text}>{decision.note}</p>}
      {status === 'Voting' && mayVote && (
        <Group gap="xs" mt="xs" role="group" aria-label={t('decision.vote')}>
          {votes.map((vote) => (
            <Button
              key={vote}
              size="xs"
              variant={ownVote === vote ? 'filled' : 'default'}
              aria-pressed={ownVote === vote}
              onClick={() => send(() => councilActs.vote(id, vote))}
            >
              {t(`vote.${vote}`)}
            </Button>
          ))}
        </Group>
      )}
      {error !== undefined && <Failure error={error} />}
      <Group gap="xs" mt={steps.length ? 'xs' : 0}>
        {steps.includes('OpenVote') && (
          <Button size="xs" onClick={() => send(() => councilActs.openVote(id, version))}>
            {t('decision.step.OpenVote')}
          </Button>
        )}
        {steps.includes('Adopt') && (
          <Button size="xs" onClick={() => send(() => councilActs.closeVote(id, version))}>
            {t('decision.closeVote')}
          </Button>
        )}
        {steps.includes('Withdraw') && (
          <Button size="xs" variant="subtle" onClick={() => send(() => councilActs.step(id, version, 'Withdraw', ''))}>
            {t('decision.step.Withdraw')}
          </Button>
        )}
      </Group>
      {dialog}
    </div>
  );
}
