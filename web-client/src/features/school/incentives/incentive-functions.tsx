import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import cards from '@/shared/ui/cards.module.css';
import { incentives } from './api';
import cls from './incentives.module.css';
import { incentiveFunctions, type IncentiveFunction } from './types';

type Props = {
  organizationId: string;
  shown: IncentiveFunction | undefined;
  onShow: (shown: IncentiveFunction | undefined) => void;
};

/** What the school rewards with: sums by function, and a filter of the list below. */
export function IncentiveFunctions({ organizationId, shown, onShow }: Props) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const { data } = useQuery(incentives.functions(organizationId));

  return (
    <section className={cls.functions}>
      {data && (
        <div className={cls.sums} role="region" aria-label={t('incentives.sums')} tabIndex={0}>
          <table role="table" className={`numbers ${cls.table} ${cards.cards}`}>
            <caption>{t('incentives.sums')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{t('incentives.function')}</th>
                <th scope="col" role="columnheader">{t('incentives.proposed')}</th>
                <th scope="col" role="columnheader">{t('incentives.granted')}</th>
                <th scope="col" role="columnheader">{t('incentives.sum')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {data.map((one) => (
                <tr key={one.function} role="row">
                  <th scope="row" role="rowheader">{t(`incentiveFunction.${one.function}`)}</th>
                  <td role="cell" data-label={t('incentives.proposed')}>
                    {format.number(one.proposed)}
                  </td>
                  <td role="cell" data-label={t('incentives.granted')}>
                    {format.number(one.granted)}
                  </td>
                  <td role="cell" data-label={t('incentives.sum')}>
                    {one.grantedKopecks > 0 ? format.money(one.grantedKopecks) : '—'}
                  </td>
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
