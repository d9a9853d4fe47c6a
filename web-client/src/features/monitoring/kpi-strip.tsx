import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Indicator, TerritoryDashboard } from './api';
import { ChangeText, isPartial } from './change-text';
import { Base, Coverage } from './coverage';
import quiet from './coverage.module.css';
import cls from './kpi-strip.module.css';
import type { TerritorySearch } from './search';
import { useMeasures } from './use-measures';

type Props = {
  catalogue: readonly Indicator[];
  dashboard: TerritoryDashboard;
  current: string;
  search: TerritorySearch;
};

/** All indicators at a glance; each opens itself in the views below. */
export function KpiStrip({ catalogue, dashboard, current, search }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();

  return (
    <nav aria-label={t('indicators')}>
      <ul className={cls.strip}>
        {catalogue.map((indicator) => {
          const value = dashboard.indicators.find(({ code }) => code === indicator.code);
          return (
            <li key={indicator.code}>
              <Link
                to="/analytics/$territory"
                params={{ territory: dashboard.territory.code }}
                search={{ ...search, indicator: indicator.code, sort: undefined }}
                replace
                resetScroll={false}
                className={cls.card}
                aria-current={indicator.code === current ? 'true' : undefined}
              >
                <span className={cls.name}>{measures.name(indicator)}</span>
                <span className={cls.value}>
                  {value ? measures.text(value, indicator) : '—'}
                  {value && <Base text={measures.base(value)} />}
                  {value && isPartial(value) && <Quiet> {t('change.whole')}</Quiet>}
                </span>
                {value && value.value !== null ? (
                  <ChangeText value={value} indicator={indicator} period={dashboard.period} named apart />
                ) : (
                  <Quiet>{measures.reason(indicator, value?.mark)}</Quiet>
                )}
                {value && <Coverage {...value} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className={quiet.quiet}>{children}</span>;
