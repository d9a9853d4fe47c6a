import { useTranslation } from 'react-i18next';
import type { IndicatorValue } from './api';
import cls from './coverage.module.css';

type Props = Pick<IndicatorValue, 'organizationsReported' | 'organizationsExpected'>;

/** How many organizations stand behind a sum: a bar shows the part that is missing, and nothing is drawn when none is. */
export function Coverage({ organizationsReported: reported, organizationsExpected: expected }: Props) {
  const { t } = useTranslation('monitoring');
  if (!expected) return <span className={cls.quiet}>{t('coverage.none')}</span>;
  return (
    <span className={cls.quiet}>
      {reported < expected && (
        <span className={cls.track} style={{ backgroundSize: `${(100 * reported) / expected}%` }} aria-hidden="true" />
      )}
      {t(reported < expected ? 'coverage.part' : 'coverage.whole', { reported, count: expected })}
    </span>
  );
}

/** What a ratio is of, where that is few. */
export const Base = ({ text }: { text: string | undefined }) => text && <span className={cls.quiet}> {text}</span>;
