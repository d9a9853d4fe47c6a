import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import rows from '@/shared/councils/rows.module.css';
import { EvaluationMeans } from './evaluation-means';
import { evaluations } from './api';

/** What the council concluded on a program, for its pair: sums, never whose marks they are. */
export function ProgramEvaluations({ programId }: { programId: string }) {
  const { t } = useTranslation('evaluations');
  const format = useFormat();
  const { data = [] } = useQuery(evaluations.ofProgram(programId));
  return data.map((one) => (
    <section key={one.id} className={rows.section}>
      <Title order={2} size="h3" mb="xs">
        {t('evaluations.ofCouncil', { date: format.date(one.finishedAt) })}
      </Title>
      <p className={rows.text}>{one.conclusion}</p>
      <p className={rows.text}>{one.recommendation}</p>
      <Text size="sm" c="dimmed" mb="xs">
        {t('evaluations.markedBy', { count: one.members })}
      </Text>
      <EvaluationMeans means={one.criteria} />
    </section>
  ));
}
