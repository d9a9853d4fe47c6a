import { useTranslation } from 'react-i18next';
import type { IndicatorValue } from './api';
import cls from './coverage.module.css';
import { SMALL_BASE } from './place';

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

const UNBROKEN = { whiteSpace: 'nowrap' } as const;

/** What a ratio is of, where that is few. */
export function Base({ text }: { text: string | undefined }) {
  const { t } = useTranslation('monitoring');
  return (
    text && (
      <span className={cls.quiet} title={t('baseHint', { limit: SMALL_BASE })}>
        {' '}
        <span style={UNBROKEN}>{text}</span>
      </span>
    )
  );
}
