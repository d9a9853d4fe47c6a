import { useState } from 'react';
import { Alert, Button, Group, Tabs, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { matchingActs } from './acts';
import { matching, type Board, type Candidate } from './api';
import { CandidateList } from './candidate-list';
import { DraftList } from './draft-list';
import cls from './matching.module.css';
import { MenteeList } from './mentee-list';
import { RequestsTab } from './requests-tab';
import { RulesTab } from './rules-tab';
import { pairsOf, useDraft } from './use-draft';
import { views, type View } from './views';

const SendDialog = dialogLater(async () => (await import('./send-dialog')).SendDialog);

type Props = {
  organizationId: string;
  view: View;
  onView: (view: View) => void;
  /** Where a program for a pair is drafted; absent when the user may not. */
  mayDraft: boolean;
};

/** Who waits for a mentor, who fits, and the pairs as they would be; nobody is asked before the curator sends. */
export function MatchingPage({ organizationId, view, onView, mayDraft }: Props) {
  const { t } = useTranslation('matching');
  const board = useQuery(matching.board(organizationId));
  const waiting = board.data?.mentees.length ?? 0;

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={board.data && t('summary', { count: waiting, mentors: board.data.mentors.length })}
      />
      <Text size="sm" c="dimmed" mb="sm" maw={720}>
        {t('who')}{' '}
        <Link to="/school/$orgId/people" params={{ orgId: organizationId }} search={{ need: 'any' }}>
          {t('whoAll')}
        </Link>
      </Text>
      <Tabs value={view} onChange={(next) => next && onView(next as View)} keepMounted={false}>
        <Tabs.List mb="md">
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="pairs">
          {board.isError && <Failure error={board.error} onRetry={() => void board.refetch()} />}
          {board.data && <Pairs organizationId={organizationId} board={board.data} onSent={() => onView('requests')} />}
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <RequestsTab organizationId={organizationId} mayDraft={mayDraft} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          {board.data && <RulesTab organizationId={organizationId} board={board.data} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

type PairsProps = { organizationId: string; board: Board; onSent: () => void };

function Pairs({ organizationId, board, onSent }: PairsProps) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const client = useQueryClient();
  const draft = useDraft();
  const [wanted, setWanted] = useState<string>();
  const [lot, setLot] = useState<number | null>(null);
  const [vetoed, setVetoed] = useState<Candidate>();
  const [sending, setSending] = useState(false);
  const propose = useMutation(matchingActs.propose(organizationId));
  const lock = useMutation(matchingActs.lock(organizationId));
  const release = useMutation(matchingActs.release(organizationId));
  const veto = useMutation(matchingActs.veto(organizationId));

  const chosen = board.mentees.find(({ personId }) => personId === wanted) ?? board.mentees[0];
  const waiting = new Set(board.mentees.map(({ personId }) => personId));
  const ofRegion = board.runs.find(({ kind }) => kind === 'Region');

  const show = async (runId: string) => {
    const run = await client.fetchQuery({ ...matching.run(organizationId, runId), staleTime: 0 });
    draft.show(pairsOf(run, organizationId, waiting), run.leftOut);
    setLot(run.lot);
  };
  const focusCandidates = () =>
    document.querySelector<HTMLElement>('[data-candidate] button:not(:disabled)')?.focus();

  return (
    <>
      <Group gap="xs" mb="sm">
        <Button
          loading={propose.isPending}
          disabled={!board.mentees.length || !board.mentors.length}
          onClick={() => propose.mutate(undefined, { onSuccess: ({ id }) => void show(id) })}
        >
          {t('propose')}
        </Button>
        <Button variant="default" disabled={!draft.pairs.length} onClick={() => setSending(true)}>
          {t('send.open', { count: draft.pairs.length })}
        </Button>
        {draft.pairs.length > 0 && (
          <Button variant="subtle" onClick={draft.clear}>
            {t('draft.clear')}
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {draft.pairs.length > 0 &&
            t('draft.sum', {
              count: draft.pairs.length,
              points: draft.pairs.reduce((sum, { score }) => sum + score.points, 0),
            })}
        </Text>
      </Group>
      {draft.pairs.length > 0 && lot !== null && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('draft.lot', { lot: String(lot) })}
        </Text>
      )}
      {ofRegion && (
        <Alert variant="outline" mb="sm" title={t('region.offer', { date: format.instant(ofRegion.madeAt) })}>
          <Group gap="xs">
            <Text size="sm">{t('region.offerText', { count: ofRegion.pairs })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => void show(ofRegion.id)}>
              {t('region.show')}
            </Button>
          </Group>
        </Alert>
      )}

      <div className={cls.columns}>
        <section aria-labelledby="mentees-title">
          <Title order={2} size="h4" id="mentees-title">
            {t('mentees.title')}
          </Title>
          <MenteeList
            mentees={board.mentees}
            chosen={chosen?.personId}
            draft={draft}
            onChoose={setWanted}
            onEnter={focusCandidates}
          />
        </section>
        <section aria-labelledby="candidates-title">
          <Title order={2} size="h4" id="candidates-title">
            {chosen ? t('candidates.of', { name: chosen.name }) : t('candidates.title')}
          </Title>
          {chosen ? (
            <CandidateList
              organizationId={organizationId}
              mentee={chosen}
              draft={draft}
              onLock={({ mentorId }) => lock.mutate({ menteeId: chosen.personId, mentorId })}
              onRelease={() => release.mutate(chosen.personId)}
              onVeto={setVetoed}
            />
          ) : (
            <EmptyState title={t('candidates.choosePerson')} />
          )}
        </section>
        <section aria-labelledby="draft-title">
          <Title order={2} size="h4" id="draft-title">
            {t('draft.title')}
          </Title>
          <DraftList organizationId={organizationId} board={board} draft={draft} chosen={chosen} onChoose={setWanted} />
        </section>
      </div>

      <ConfirmDialog
        opened={vetoed !== undefined}
        onClose={() => setVetoed(undefined)}
        title={t('veto.title')}
        confirmLabel={t('veto.confirm')}
        askReason
        danger
        onConfirm={(reason) =>
          chosen && vetoed
            ? veto.mutateAsync({ menteeId: chosen.personId, mentorId: vetoed.mentorId, reason })
            : undefined
        }
      >
        <Text size="sm">{t('veto.text', { mentee: chosen?.name ?? '', mentor: vetoed?.name ?? '' })}</Text>
      </ConfirmDialog>
      <SendDialog
        organizationId={organizationId}
        opened={sending}
        pairs={draft.pairs}
        onClose={() => setSending(false)}
        onSent={() => {
          draft.clear();
          onSent();
        }}
      />
    </>
  );
}
