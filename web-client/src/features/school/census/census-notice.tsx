import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { census } from './api';

type Props = {
  organizationId: string;
  /** The reader gives roles here: who does not hold the census itself can see to it that somebody does. */
  mayAppoint: boolean;
};

/** On the school's page: the census waits, or is overdue; each reader is led to what they can do about it. */
export function CensusNotice({ organizationId, mayAppoint }: Props) {
  const { t } = useTranslation('census');
  const format = useFormat();
  const { data } = useQuery(census.of(organizationId));
  if (!data || data.census?.status === 'Done' || (!data.overdue && !data.census?.reminders.length)) return null;
  const left = data.teachers.filter(({ decision }) => !decision).length;
  const link = { params: { orgId: organizationId } };

  return (
    <Alert
      className="no-print"
      mb="md"
      variant="outline"
      {...(data.overdue ? { color: 'red' } : {})}
      title={t(data.overdue ? 'overdue' : 'notice', { date: format.date(data.dueOn) })}
    >
      {data.manages ? (
        <Link to="/school/$orgId/census" {...link}>
          {t('noticeLink', { count: left })}
        </Link>
      ) : (
        <>
          {t('noticeOthers')}{' '}
          <Link to="/school/$orgId/census" {...link} search={{ show: 'left' }}>
            {t('noticeLook', { count: left })}
          </Link>
          {mayAppoint && (
            <>
              {' · '}
              <Link to="/school/$orgId/settings" {...link}>
                {t('noticeAppoint')}
              </Link>
            </>
          )}
        </>
      )}
    </Alert>
  );
}
