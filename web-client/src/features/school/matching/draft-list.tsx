import { useState, type DragEvent } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { matching, type Board, type Mentee } from './api';
import { DRAGGED, keyOf } from './candidate-list';
import cls from './matching.module.css';
import { ScoreChips } from './score-chips';
import type { Draft, DraftPair } from './use-draft';

type Props = { organizationId: string; board: Board; draft: Draft; chosen: Mentee | undefined; onChoose: (menteeId: string) => void };

/** The third column: pairs as they would be, with the places that they take. A candidate can be dropped here. */
export function DraftList({ organizationId, board, draft, chosen, onChoose }: Props) {
  const { t } = useTranslation('matching');
  const client = useQueryClient();
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!chosen) return;
    const key = event.dataTransfer.getData(DRAGGED);
    const known = client.getQueryData(matching.candidates(organizationId, chosen.personId).queryKey);
    const candidate = known?.find((one) => keyOf(one) === key && one.stop === null);
    if (candidate) draft.add(chosen, candidate);
  };

  const mentors = new Map(board.mentors.map((mentor) => [mentor.personId, mentor]));
  const byMentor = new Map<string, DraftPair[]>();
  for (const pair of draft.pairs) byMentor.set(pair.mentorId, [...(byMentor.get(pair.mentorId) ?? []), pair]);
  return (
    <div
      className={cls.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {draft.pairs.length === 0 && <EmptyState title={t('draft.none')} text={t('draft.noneText')} />}
      <ul className={cls.list} aria-label={t('draft.title')}>
        {[...byMentor].map(([mentorId, pairs]) => {
          const mentor = mentors.get(mentorId);
          const taken = mentor && mentor.taken + draft.takenOf(mentorId);
          const [first] = pairs;
          return (
            <li key={mentorId} className={cls.item}>
              <Group justify="space-between" gap="xs">
                <Text fw={600}>{first?.mentorName}</Text>
                {mentor && taken !== undefined && (
                  <Text size="xs" className="numbers" c={taken > mentor.capacity ? 'var(--mantine-color-error)' : 'dimmed'}>
                    {t('draft.places', { taken, capacity: mentor.capacity })}
                  </Text>
                )}
                {first?.elsewhere && (
                  <Text size="xs" c="dimmed">
                    {first.elsewhere}
                  </Text>
                )}
              </Group>
              {pairs.map((pair) => (
                <div key={pair.menteeId} className={cls.pair}>
                  <Group justify="space-between" wrap="nowrap" gap="xs">
                    <button type="button" className={cls.name} onClick={() => onChoose(pair.menteeId)}>
                      {pair.menteeName}
                    </button>
                    <Text fw={600} className="numbers">
                      {pair.score.points}
                    </Text>
                  </Group>
                  <ScoreChips score={pair.score} />
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('draft.removeOf', { name: pair.menteeName })}
                    onClick={() => draft.remove(pair.menteeId)}
                  >
                    {t('draft.remove')}
                  </Button>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
