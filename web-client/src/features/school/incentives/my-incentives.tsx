import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import rows from '@/shared/councils/rows.module.css';
import { incentives } from './api';

/** In the user's own profile: what they were granted for mentoring. */
export function MyIncentives() {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const { data, error, refetch } = useQuery(incentives.mine());

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={160} />;

  return (
    <section aria-labelledby="my-incentives">
      <Title order={2} id="my-incentives" mb="sm">
        {t('mine.title')}
      </Title>
      {data.length === 0 && <EmptyState title={t('mine.none')} text={t('mine.noneText')} />}
      {data.length > 0 && (
        <ul className={rows.list}>
          {data.map(({ id, incentive, amountKopecks, grounds, kind, function: fn, organizationName, grantedAt, comment }) => (
            <li key={id} className={rows.row}>
              <div>
                <div className={rows.strong}>
                  {incentive}
                  {amountKopecks !== null && `, ${format.money(amountKopecks)}`}
                </div>
                <p className={rows.text}>{grounds}</p>
                <Text size="sm" c="dimmed">
                  {[
                    t('mine.granted', { date: format.date(grantedAt) }),
                    t(`incentiveKind.${kind}`),
                    t(`incentiveFunction.${fn}`),
                    organizationName,
                  ].join(' · ')}
                </Text>
                {comment && <Text size="sm">{comment}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
