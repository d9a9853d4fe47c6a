import { useRef, type KeyboardEvent } from 'react';
import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import { matching, type Candidate, type Mentee } from './api';
import cls from './matching.module.css';
import { ScoreChips } from './score-chips';
import type { Draft } from './use-draft';

type Props = {
  organizationId: string;
  mentee: Mentee;
  draft: Draft;
  onLock: (candidate: Candidate) => void;
  onRelease: () => void;
  onVeto: (candidate: Candidate) => void;
};

/** What a dragged candidate is, for the third column. */
export const DRAGGED = 'application/x-candidate';
export const keyOf = ({ mentorId, groupId }: { mentorId: string; groupId: string | null }) => `${mentorId}:${groupId ?? ''}`;

/** The second column: every mentor for the chosen mentee, the best first, each with the reasons. */
export function CandidateList({ organizationId, mentee, draft, ...acts }: Props) {
  const { t } = useTranslation('matching');
  const candidates = useQuery(matching.candidates(organizationId, mentee.personId));
  const list = useRef<HTMLUListElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-candidate]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[at + step]?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    event.preventDefault();
  };

  if (candidates.isError) return <Failure error={candidates.error} onRetry={() => void candidates.refetch()} />;
  if (!candidates.data) return <Loader size="sm" m="md" />;
  if (!candidates.data.length) return <EmptyState title={t('candidates.none')} text={t('candidates.noneText')} />;
  return (
    <ul ref={list} className={cls.list} onKeyDown={onKey} aria-label={t('candidates.of', { name: mentee.name })}>
      {candidates.data.map((candidate) => (
        <CandidateCard key={keyOf(candidate)} candidate={candidate} mentee={mentee} draft={draft} {...acts} />
      ))}
    </ul>
  );
}

type CardProps = Omit<Props, 'organizationId'> & { candidate: Candidate };

function CandidateCard({ candidate, mentee, draft, onLock, onRelease, onVeto }: CardProps) {
  const { t } = useTranslation('matching');
  const areas = useDictionary('competence-area');
  const { stop, score, groupId } = candidate;
  const pair = draft.byMentee.get(mentee.personId);
  const isChosen = pair !== undefined && keyOf(pair) === keyOf(candidate);
  const drafted = groupId ? draft.seatsOf(groupId) : draft.takenOf(candidate.mentorId);
  const free = candidate.free - drafted;
  const isLocked = mentee.lockedMentorId === candidate.mentorId && !groupId;

  return (
    <li
      className={cls.item}
      data-candidate
      data-stopped={stop !== null || undefined}
      draggable={stop === null}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, keyOf(candidate))}
    >
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <div>
          <Text fw={600}>{candidate.name}</Text>
          <Text size="xs" c={free > 0 ? 'dimmed' : 'var(--mantine-color-error)'}>
            {groupId
              ? t('candidates.seats', { area: areas.name(candidate.groupArea ?? ''), count: Math.max(0, free) })
              : t('candidates.free', { count: Math.max(0, free) })}
          </Text>
        </div>
        {stop === null && (
          <Text fw={700} size="lg" className="numbers" aria-label={t('candidates.points', { count: score.points })}>
            {score.points}
          </Text>
        )}
      </Group>
      {stop === null ? <ScoreChips score={score} /> : <StatusTag tone="off">{t(`stop.${stop}`)}</StatusTag>}
      <Group gap={4} mt={6}>
        {stop === null && (
          <Button
            size="compact-sm"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            onClick={() => (isChosen ? draft.remove(mentee.personId) : draft.add(mentee, candidate))}
          >
            {t(isChosen ? 'candidates.chosen' : 'candidates.choose')}
          </Button>
        )}
        {isLocked && (
          <Button size="compact-sm" variant="subtle" onClick={onRelease}>
            {t('candidates.release')}
          </Button>
        )}
        {!isLocked && !groupId && (stop === null || stop === 'NoCommonGround') && (
          <Button size="compact-sm" variant="subtle" onClick={() => onLock(candidate)}>
            {t('candidates.lock')}
          </Button>
        )}
        {!groupId && stop !== 'Vetoed' && stop !== 'SamePerson' && (
          <Button size="compact-sm" variant="subtle" onClick={() => onVeto(candidate)}>
            {t('candidates.veto')}
          </Button>
        )}
      </Group>
    </li>
  );
}
