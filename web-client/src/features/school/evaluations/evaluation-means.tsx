import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import rows from '@/shared/councils/rows.module.css';
import type { EvaluationMean } from './types';

/** Means by criteria, in words and numbers: 0 not seen, 3 fully. */
export function EvaluationMeans({ means }: { means: readonly EvaluationMean[] }) {
  const { t } = useTranslation('evaluations');
  const format = useFormat();
  const { name } = useDictionary('evaluation-criterion');
  if (means.length === 0) return <Text c="dimmed">{t('evaluations.noMarks')}</Text>;
  return (
    <ul className={rows.list}>
      {means.map(({ criterion, mean, marks }) => (
        <li key={criterion} className={rows.row}>
          <span>{name(criterion)}</span>
          <span>{t('evaluations.mean', { mean: format.number(mean, { maximumFractionDigits: 1 }), count: marks })}</span>
        </li>
      ))}
    </ul>
  );
}
