import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/shared/ui/failure';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { monitoring } from './api';
import cls from './school-page.module.css';
import { useMeasures } from './use-measures';

/** In the order of a program's road; the finished ones wait for nobody. */
const shown = [
  ['Draft', 'off'],
  ['Consent', 'wait'],
  ['Council', 'wait'],
  ['Approved', 'wait'],
  ['Active', 'ok'],
  ['Paused', 'risk'],
] as const satisfies readonly (readonly [string, Tone])[];

/** The school's programs by where they stand: each number opens that list. */
export function SchoolWaits({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('monitoring');
  const { count } = useMeasures();
  const { data: counts, error, refetch } = useQuery(monitoring.programs(organizationId));
  return (
    <section aria-labelledby="waits" className={cls.waits}>
      <Title order={2} id="waits" mb="xs">
        {t('school.waits')}
      </Title>
      {error && !counts ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <ul className={cls.states} aria-busy={!counts}>
          {shown.map(([status, tone]) => {
            const number = counts?.find((item) => item.status === status)?.count;
            return (
              <li key={status}>
                <Link to="/school/$orgId/programs" params={{ orgId: organizationId }} search={{ status }}>
                  <span className={cls.number}>{number === undefined ? '…' : count(number)}</span>
                  <StatusTag tone={number ? tone : 'off'}>{t(`waits.${status}`)}</StatusTag>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      <Text size="sm" mt="xs">
        <Link to="/school/$orgId/templates" params={{ orgId: organizationId }}>
          {t('school.templates')}
        </Link>
      </Text>
    </section>
  );
}
