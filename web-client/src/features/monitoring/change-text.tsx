import { useTranslation } from 'react-i18next';
import type { Indicator } from './api';
import cls from './change-text.module.css';
import { useMeasures } from './use-measures';

type Props = { value: number | null; previous: number | null; indicator: Indicator };

/** "▲ +3,2 п. п., лучше": an arrow for the way, a word for the judgement, colour only on top. */
export function ChangeText({ value, previous, indicator }: Props) {
  const { t } = useTranslation('monitoring');
  const change = useMeasures().change(value, previous, indicator);
  if (!change) return <span className={cls.change}>{t('change.none')}</span>;

  const { verdict, difference, text, word } = change;
  const judged = verdict === 'better' || verdict === 'worse';
  return (
    <span className={cls.change} data-verdict={verdict}>
      {verdict !== 'same' && <span aria-hidden="true">{difference > 0 ? '▲' : '▼'} </span>}
      {text}
      {judged && `, ${word}`}
    </span>
  );
}
