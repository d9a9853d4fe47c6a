import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { census } from './api';

/** On the school's page: the census waits, or is overdue. */
export function CensusNotice({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('census');
  const format = useFormat();
  const { data } = useQuery(census.of(organizationId));
  if (!data || data.census?.status === 'Done' || (!data.overdue && !data.census?.reminders.length)) return null;
  const left = data.teachers.filter(({ decision }) => !decision).length;

  return (
    <Alert
      className="no-print"
      mb="md"
      variant="outline"
      {...(data.overdue ? { color: 'red' } : {})}
      title={t(data.overdue ? 'overdue' : 'notice', { date: format.date(data.dueOn) })}
    >
      <Link to="/school/$orgId/census" params={{ orgId: organizationId }}>
        {t('noticeLink', { count: left })}
      </Link>
    </Alert>
  );
}
