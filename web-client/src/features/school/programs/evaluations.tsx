import { useState, type ReactNode } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { EvaluationForm } from './evaluation-form';
import cls from './program-page.module.css';
import type { Evaluation, Program } from './types';

type Props = { program: Program; personId: string | undefined };

/** How both sides judge the program; each participant writes and may correct their own. */
export function Evaluations({ program, personId }: Props) {
  const { t } = useTranslation('programs');
  const [writing, setWriting] = useState(false);
  const mine = program.evaluations.find((one) => one.personId === personId);
  const mayWrite = program.actions.includes('Evaluate');
  const isWriting = mayWrite && (writing || !mine);

  return (
    <Stack gap="lg">
      {isWriting && (
        <section aria-labelledby="my-evaluation">
          <Title order={2} id="my-evaluation" mb="sm">
            {t('evaluation.mine')}
          </Title>
          <EvaluationForm program={program} previous={mine} onDone={() => setWriting(false)} />
        </section>
      )}
      {program.evaluations
        .filter((one) => !isWriting || one !== mine)
        .map((evaluation) => (
          <Written key={evaluation.personId} evaluation={evaluation}>
            {mayWrite && evaluation === mine && (
              <Button variant="default" size="xs" onClick={() => setWriting(true)}>
                {t('evaluation.correct')}
              </Button>
            )}
          </Written>
        ))}
      {!isWriting && program.evaluations.length === 0 && (
        <EmptyState title={t('evaluation.none')} text={t('evaluation.noneText')} />
      )}
    </Stack>
  );
}

function Written({ evaluation, children }: { evaluation: Evaluation; children: ReactNode }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const scales = ['goalsReached', 'usefulness', 'atmosphere'] as const;

  return (
    <section className={cls.card} aria-label={evaluation.name}>
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2}>{evaluation.name}</Title>
          <Text size="sm" c="dimmed">
            {t(`role.${evaluation.role}`)} · {format.instant(evaluation.evaluatedAt)}
          </Text>
        </div>
        {children}
      </Group>
      <dl className={cls.facts}>
        {scales.map((scale) => (
          <div key={scale}>
            <dt>{t(`evaluation.${scale}.question`)}</dt>
            <dd>{t('evaluation.outOfFive', { level: evaluation[scale] })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('evaluation.summary')}</dt>
          <dd className={cls.text}>{evaluation.summary}</dd>
        </div>
      </dl>
    </section>
  );
}
