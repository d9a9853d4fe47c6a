import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import cls from './act-page.module.css';
import { actActs } from './acts';
import { acts, type Act, type CoDrafting } from './api';
import { SuggestionCard } from './suggestion-card';
import { useAct } from './use-act';

const dialogs = () => import('./drafting-dialogs');
const OpenDialog = dialogLater(async () => (await dialogs()).OpenDialog);
const SuggestDialog = dialogLater(async () => (await dialogs()).SuggestDialog);

/** How the council and the union draft an act together with its author. */
export function CoDraftingPanel({ act: shown }: { act: Act }) {
  const { t } = useTranslation('local-acts');
  const format = useFormat();
  const { data, error, refetch } = useQuery(acts.drafting(shown.id));
  const [asking, setAsking] = useState<'open' | 'suggest' | 'close' | 'incorporate'>();
  const { act, dialog } = useAct();
  const done = () => setAsking(undefined);

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { drafting: term, suggestions } = data;
  const open = data.mayOpen && (
    <Button variant={term ? 'default' : 'filled'} onClick={() => setAsking('open')}>
      {t('drafting.open')}
    </Button>
  );
  if (!term)
    return (
      <>
        <EmptyState title={t('drafting.never')} text={t(shown.status === 'Draft' ? 'drafting.neverText' : 'drafting.notDraft')}>
          {open}
        </EmptyState>
        {asking === 'open' && <OpenDialog act={shown} onClose={done} />}
      </>
    );

  const isOpen = term.status === 'Open';
  return (
    <>
      <Text mt="md" maw="72ch">
        {t('drafting.about')}
      </Text>
      <Group mt="sm" justify="space-between" align="start">
        <div>
          <StatusTag tone={data.maySuggest || (isOpen && data.mayClose) ? 'wait' : 'off'}>
            {isOpen ? t('drafting.isOpen', { date: format.date(term.closesOn) }) : t('drafting.isClosed', { date: format.date(term.closedAt!) })}
          </StatusTag>
          <Text size="sm" c="dimmed">
            {t('drafting.openedBy', { name: term.openedByName })}
          </Text>
          {term.question && <p className={cls.quote}>{term.question}</p>}
        </div>
        <Group gap="xs">
          {open}
          {data.mayClose && (
            <Button variant="default" onClick={() => setAsking('close')}>
              {t('drafting.close')}
            </Button>
          )}
          {data.mayIncorporate && <Button onClick={() => setAsking('incorporate')}>{t('drafting.incorporate')}</Button>}
          {data.maySuggest && <Button onClick={() => setAsking('suggest')}>{t('drafting.suggest')}</Button>}
        </Group>
      </Group>

      <Title order={2} size="h3" mt="lg">
        {t('drafting.suggestions')}
      </Title>
      {suggestions.length === 0 ? (
        <Text c="dimmed">{t('drafting.none')}</Text>
      ) : (
        <ul className={cls.suggestions}>
          {suggestions.map((one) => (
            <SuggestionCard key={one.id} suggestion={one} />
          ))}
        </ul>
      )}
      <Votes actId={shown.id} votes={data.votes} />

      {asking === 'open' && <OpenDialog act={shown} onClose={done} />}
      {asking === 'suggest' && <SuggestDialog drafting={data} onClose={done} />}
      <ConfirmDialog
        opened={asking === 'close'}
        onClose={done}
        title={t('drafting.closeTitle')}
        confirmLabel={t('drafting.close')}
        onConfirm={() => act(() => actActs.closeDrafting(shown.id, term.version))}
      >
        <Text>{t('drafting.closeText')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'incorporate'}
        onClose={done}
        title={t('drafting.incorporateTitle')}
        confirmLabel={t('drafting.incorporate')}
        askReason
        reasonLabel={t('drafting.incorporateReason')}
        onConfirm={(reason) => act(() => actActs.incorporate(shown.id, data.actVersion, reason))}
      >
        <Text>{t('drafting.incorporateText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

/** What the council voted on: points of its agenda that lead to this act. */
function Votes({ actId, votes }: { actId: string; votes: CoDrafting['votes'] }) {
  const { t } = useTranslation('local-acts');
  const format = useFormat();
  return (
    <section>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {t('drafting.votes')}
      </Title>
      {votes.length === 0 && <Text c="dimmed">{t('drafting.votesNone', { link: `/documents/${actId}` })}</Text>}
      <ul className={cls.suggestions}>
        {votes.map((vote, index) => (
          <li key={`${vote.meetingId}-${index}`} className={cls.suggestion}>
            <Link to="/council/meetings/$meetingId" params={{ meetingId: vote.meetingId }}>
              {t('drafting.meetingOf', { date: format.date(vote.startsAt) })}
            </Link>
            <div>{vote.decision ?? vote.subject}</div>
            {vote.decisionStatus && (
              <Text size="sm" c="dimmed">
                {[
                  t(`voteStatus.${vote.decisionStatus as 'Adopted'}`),
                  vote.votesFor !== null && t('drafting.voteResult', { for: vote.votesFor, against: vote.votesAgainst, abstained: vote.votesAbstained }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
