import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cls from './crumbs.module.css';
import type { DashboardSearch } from './search';
import { useMeasures } from './use-measures';

type Place = { code: string; nameRu: string; nameEn: string };
type Props = { above: readonly Place[]; here: string; search: DashboardSearch };

/** From the country down to here; each name opens that level with the same indicator and period. */
export function Crumbs({ above, here, search }: Props) {
  const { t } = useTranslation('monitoring');
  const { name } = useMeasures();
  const { indicator, period } = search;

  return (
    <nav aria-label={t('crumbs')} className={cls.crumbs}>
      {above.map((place, index) => (
        <span key={place.code} className={cls.step}>
          <Link
            to="/analytics/$territory"
            params={{ territory: place.code }}
            search={{ indicator, period }}
            title={index === above.length - 1 ? t('up') : undefined}
          >
            {name(place)}
          </Link>
          <span aria-hidden="true">›</span>
        </span>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  );
}
