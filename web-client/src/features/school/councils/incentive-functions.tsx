import { NativeSelect, Table } from '@mantine/core';
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
          <Table withTableBorder className="numbers" maw={560}>
            <Table.Caption>{t('incentives.sums')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('incentives.function')}</Table.Th>
                <Table.Th scope="col" ta="end">{t('incentives.proposed')}</Table.Th>
                <Table.Th scope="col" ta="end">{t('incentives.granted')}</Table.Th>
                <Table.Th scope="col" ta="end">{t('incentives.sum')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((one) => (
                <Table.Tr key={one.function}>
                  <Table.Th scope="row">{t(`incentiveFunction.${one.function}`)}</Table.Th>
                  <Table.Td ta="end">{format.number(one.proposed)}</Table.Td>
                  <Table.Td ta="end">{format.number(one.granted)}</Table.Td>
                  <Table.Td ta="end">{one.grantedKopecks > 0 ? format.money(one.grantedKopecks) : '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
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
