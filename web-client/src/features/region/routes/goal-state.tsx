import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { RouteGoal } from './api';

type Props = { goal: RouteGoal | undefined; /** The teacher takes part in the program and may open it. */ own?: boolean };

/** What a program makes of the goal that a difficulty came from: said there, and seen here. */
export function GoalState({ goal, own = false }: Props) {
  const { t } = useTranslation('routes');
  const measures = useMeasures();
  if (!goal) return null;
  const { programId, programTitle, programStatus } = goal;
  return (
    <Text size="xs" c="dimmed">
      {own && (programStatus === 'Active' || programStatus === 'Paused') ? (
        <Anchor size="xs" renderRoot={(rest) => <Link {...rest} to="/programs/$programId" params={{ programId }} />}>
          {t('goals.of', { title: programTitle })}
        </Anchor>
      ) : (
        t('goals.of', { title: programTitle })
      )}
      {`: ${[goal.goal, measures(goal)].filter(Boolean).join(' · ')}`}
    </Text>
  );
}

/** Where a goal began, where it is to come and where it stands, as far as anybody has said. */
export function useMeasures() {
  const { t } = useTranslation('routes');
  const { number } = useFormat();
  return ({ measure, measureBefore, measureTarget, measureAfter }: RouteGoal) => {
    const parts = [
      measureBefore !== null && t('goals.before', { value: number(measureBefore) }),
      measureAfter !== null && t('goals.after', { value: number(measureAfter) }),
      measureTarget !== null && t('goals.target', { value: number(measureTarget) }),
    ].filter(Boolean);
    return parts.length > 0 ? `${measure ? `${measure}: ` : ''}${parts.join(', ')}` : '';
  };
}
