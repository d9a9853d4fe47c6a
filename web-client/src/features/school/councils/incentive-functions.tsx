import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { councils } from './api';
import cls from './councils.module.css';
import { incentiveFunctions, type IncentiveFunction } from './types';

type Props = {
  organizationId: string;
  shown: IncentiveFunction | undefined;
  onShow: (shown: IncentiveFunction | undefined) => void;
};

/** What the school rewards with: sums by function, and a filter of the list below. */
export function IncentiveFunctions({ organizationId, shown, onShow }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { data } = useQuery(councils.incentiveFunctions(organizationId));

  return (
    <section className={cls.functions}>
      {data && (
        <div className={cls.sums} role="region" aria-label={t('incentives.sums')} tabIndex={0}>
          <table className={`numbers ${cls.table}`}>
            <caption>{t('incentives.sums')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('incentives.function')}</th>
                <th scope="col">{t('incentives.proposed')}</th>
                <th scope="col">{t('incentives.granted')}</th>
                <th scope="col">{t('incentives.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((one) => (
                <tr key={one.function}>
                  <th scope="row">{t(`incentiveFunction.${one.function}`)}</th>
                  <td>{format.number(one.proposed)}</td>
                  <td>{format.number(one.granted)}</td>
                  <td>{one.grantedKopecks > 0 ? format.money(one.grantedKopecks) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NativeSelect
        label={t('incentives.show')}
        value={shown ?? ''}
        onChange={({ currentTarget }) => onShow(incentiveFunctions.find((one) => one === currentTarget.value))}
        data={[
          { value: '', label: t('incentives.anyFunction') },
          ...incentiveFunctions.map((value) => ({ value, label: t(`incentiveFunction.${value}`) })),
        ]}
      />
    </section>
  );
}
