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
  /** Set off from the number above it: first what is compared, then the step. */
  apart?: boolean;
};

const BELOW = { display: 'block' };
const APART = { ...BELOW, borderBlockStart: '1px solid var(--line)', paddingBlockStart: 2 };
const A_YEAR = 12;

/** The months compared are only a part of those that the value speaks of. */
export const isPartial = ({ value, comparable }: Props['value']) => comparable !== null && comparable !== value;

/** "▲ +3,2 п. п. ● лучше": an arrow for the way, a shape and a word for the judgement, colour only on top. */
export function ChangeText({ value, indicator, period, named, apart }: Props) {
  const { comparable, previous } = value;
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const months = comparedMonths(period, indicator.kind);
  const change = measures.change(comparable, previous, indicator);
  if (!change || !months)
    return <span className={cls.change}>{t(!months && period.running ? 'change.early' : 'change.none')}</span>;

  const { verdict, difference, text, word } = change;
  const judged = verdict === 'better' || verdict === 'worse';
  const names = {
    months: measures.monthsName(months),
    nowMonths: measures.monthsName({ first: months.first + A_YEAR, last: months.last + A_YEAR }),
    before: measures.format(previous!, indicator),
    now: measures.format(comparable!, indicator),
  };
  const step = (
    <span className={cls.change} data-verdict={verdict}>
      {verdict !== 'same' && <span aria-hidden="true">{difference > 0 ? '▲' : '▼'} </span>}
      {text}
      {judged && <span aria-hidden="true">{verdict === 'better' ? ' ● ' : ' ◆ '}</span>}
      {judged && word}
    </span>
  );
  const compared = named && (
    <span className={quiet.quiet} style={BELOW}>
      {t(isPartial(value) ? 'change.sincePart' : 'change.since', names)}
    </span>
  );
  return apart ? (
    <span style={APART}>
      {compared}
      {step}
    </span>
  ) : (
    <>
      {step}
      {compared}
    </>
  );
}
