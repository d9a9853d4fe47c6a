import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { TerritoryDashboard } from './api';
import { monthOf } from './period';
import { useMeasures } from './use-measures';

type Dated = Pick<TerritoryDashboard, 'period' | 'asOf'>;

/** The newest month that has begun, as far as an answer tells. */
export const newestMonth = ({ period, asOf }: Dated) =>
  Math.max(monthOf(asOf), period.counted ? monthOf(period.counted) : 0);

/**
 * Which period the numbers speak of, how far it is counted and how fresh they are.
 * @param still on paper: nothing refreshes there
 */
export function ShownPeriod({ period, asOf, still }: Dated & { still?: boolean }) {
  const { t } = useTranslation('monitoring');
  const { instant } = useFormat();
  const { periodOf } = useMeasures();

  const { counted, last } = period;
  const month = counted && periodOf(counted.slice(0, 7));
  const isRunning = month && period.running;
  const whole = periodOf(period.code);
  // The line of the running month names it already.
  const parts = isRunning && whole === month ? [] : [whole];
  if (!month) parts.push(t('notCounted'));
  else if (isRunning) parts.push(t('running', { month }));
  else if (counted !== last) parts.push(t('countedTo', { month }));
  parts.push(t(still ? 'asOfPaper' : 'asOf', { instant: instant(asOf) }));
  return <>{parts.join(' · ')}</>;
}
