import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import cls from './councils.module.css';
import type { EvaluationMean } from './types';

/** Means by criteria, in words and numbers: 0 not seen, 3 fully. */
export function EvaluationMeans({ means }: { means: readonly EvaluationMean[] }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { name } = useDictionary('evaluation-criterion');
  if (means.length === 0) return <Text c="dimmed">{t('evaluations.noMarks')}</Text>;
  return (
    <ul className={cls.list}>
      {means.map(({ criterion, mean, marks }) => (
        <li key={criterion} className={cls.row}>
          <span>{name(criterion)}</span>
          <span>{t('evaluations.mean', { mean: format.number(mean, { maximumFractionDigits: 1 }), count: marks })}</span>
        </li>
      ))}
    </ul>
  );
}
