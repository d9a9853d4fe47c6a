import { useTranslation } from 'react-i18next';
import type { Indicator, TerritoryDashboard } from './api';
import { comparedMonths } from './change';
import cls from './change-text.module.css';
import quiet from './coverage.module.css';
import { useMeasures } from './use-measures';

type Props = {
  value: { value: number | null; comparable: number | null; previous: number | null };
  indicator: Indicator;
  period: TerritoryDashboard['period'];
  /** With what is compared, in words. */
  named?: boolean;
};

const BELOW = { display: 'block' };

/** "▲ +3,2 п. п. ● лучше": an arrow for the way, a shape and a word for the judgement, colour only on top. */
export function ChangeText({ value: { value, comparable, previous }, indicator, period, named }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const months = comparedMonths(period, indicator.kind);
  const change = measures.change(comparable, previous, indicator);
  if (!change || !months)
    return <span className={cls.change}>{t(!months && period.running ? 'change.early' : 'change.none')}</span>;

  const { verdict, difference, text, word } = change;
  const judged = verdict === 'better' || verdict === 'worse';
  const names = { months: measures.monthsName(months), before: measures.format(previous!, indicator) };
  const isPart = comparable !== value;
  return (
    <>
      <span className={cls.change} data-verdict={verdict}>
        {verdict !== 'same' && <span aria-hidden="true">{difference > 0 ? '▲' : '▼'} </span>}
        {text}
        {judged && <span aria-hidden="true">{verdict === 'better' ? ' ● ' : ' ◆ '}</span>}
        {judged && word}
      </span>
      {named && (
        <span className={quiet.quiet} style={BELOW}>
          {isPart
            ? t('change.sincePart', { ...names, now: measures.format(comparable!, indicator) })
            : t('change.since', names)}
        </span>
      )}
    </>
  );
}
