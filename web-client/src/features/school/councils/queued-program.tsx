import { useState } from 'react';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { programs } from '@/shared/programs/api';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import cls from './councils.module.css';
import { PHYSICAL } from './keys';

type Props = { id: string; mayDecide: boolean; onDecided: () => void };
type Decision = 'Approved' | 'Returned';

/** What the council needs to know of a program to decide on it, and the decision. */
export function QueuedProgram({ id, mayDecide, onDecided }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const { act, dialog } = useCouncilAct();
  const [asking, setAsking] = useState<Decision>();
  const { data: program, error, refetch } = useQuery(programs.detail(id));

  const may = mayDecide && program?.steps.includes('CouncilApprove');
  const ask = (decision: Decision) => {
    if (may) setAsking(decision);
  };
  useHotkeys([
    ['a', () => ask('Approved'), PHYSICAL],
    ['r', () => ask('Returned'), PHYSICAL],
  ]);

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!program) return <Skeleton h={320} />;
  const side = (role: string) => program.participants.filter((one) => one.role === role).map(({ name }) => name).join(', ');
  const decide = async (comment: string) => {
    if (!asking) return false;
    const done = await act(() => councilActs.decideProgram(id, program.version, asking, comment));
    if (done) onDecided();
    return done;
  };

  return (
    <article className={rows.card} aria-label={program.title}>
      <Group justify="space-between" align="start" gap="sm">
        <Title order={2}>
          <Link to="/programs/$programId" params={{ programId: id }}>
            {program.title}
          </Link>
        </Title>
        {may && (
          <Group gap="xs">
            <Button variant="default" onClick={() => ask('Returned')}>
              {t('queue.return')}
            </Button>
            <Button onClick={() => ask('Approved')}>{t('queue.approve')}</Button>
          </Group>
        )}
      </Group>
      <dl className={cls.facts}>
        <dt>{t('queue.mentor')}</dt>
        <dd>{side('Mentor')}</dd>
        <dt>{t('queue.mentee')}</dt>
        <dd>{side('Mentee')}</dd>
        <dt>{t('queue.period')}</dt>
        <dd>
          {format.date(program.startsOn)} – {format.date(program.endsOn)}
        </dd>
        <dt>{t('queue.pay')}</dt>
        <dd>{program.payKopecks ? format.money(program.payKopecks) : t('queue.noPay')}</dd>
      </dl>
      <Text className={rows.text} mt="sm">
        {program.content}
      </Text>
      {mayDecide && !may && <Text c="dimmed">{t('queue.own')}</Text>}

      <Title order={3} mt="md">
        {t('queue.goals')}
      </Title>
      <ul>
        {program.goals.map((goal) => (
          <li key={goal.id}>
            <span className={rows.strong}>{areas.name(goal.areaCode)}:</span> {goal.difficulty} → {goal.goal}
          </li>
        ))}
      </ul>
      <Title order={3}>{t('queue.roadmap')}</Title>
      <ol>
        {program.activities.map((activity) => (
          <li key={activity.id}>
            {activity.activity}, {t('queue.until', { date: format.date(activity.dueOn) })}
          </li>
        ))}
      </ol>

      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(asking === 'Returned' ? 'queue.returnTitle' : 'queue.approveTitle')}
        confirmLabel={t(asking === 'Returned' ? 'queue.return' : 'queue.approve')}
        askReason={asking === 'Returned'}
        onConfirm={decide}
      >
        <Text>{t(asking === 'Returned' ? 'queue.returnText' : 'queue.approveText', { title: program.title })}</Text>
      </ConfirmDialog>
      {dialog}
    </article>
  );
}
