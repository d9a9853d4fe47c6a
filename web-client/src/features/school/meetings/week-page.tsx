import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { meetings } from './api';
import { MeetingDays } from './meeting-days';

type Props = { organizationId: string; from: string | undefined; onFrom: (from: string | undefined) => void };

const DAYS = 7;
const day = (monday: string, index: number) => dayjs(monday).add(index, 'day').format('YYYY-MM-DD');

/** All meetings of a school in a week, day by day. */
export function WeekPage({ organizationId, from, onFrom }: Props) {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const week = useQuery(meetings.week(organizationId, from));
  const monday = week.data?.monday;
  const items = week.data?.items ?? [];
  const waiting = week.data?.unrecorded ?? 0;

  return (
    <>
      <PageHeader
        title={t('week.title')}
        summary={monday && t('week.of', { from: format.date(monday, 'long'), to: format.date(day(monday, DAYS - 1), 'long') })}
      >
        <Group gap="xs">
          <Button
            variant="default"
            disabled={!monday}
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={() => monday && onFrom(day(monday, -DAYS))}
          >
            {t('week.before')}
          </Button>
          <Button variant="default" disabled={from === undefined} onClick={() => onFrom(undefined)}>
            {t('week.now')}
          </Button>
          <Button
            variant="default"
            disabled={!monday}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => monday && onFrom(day(monday, DAYS))}
          >
            {t('week.after')}
          </Button>
        </Group>
      </PageHeader>
      {waiting > 0 && (
        <LinkButton to="/school/$orgId/meetings" params={{ orgId: organizationId }} search={{ view: 'unrecorded' }} variant="light" mb="md">
          {t('unrecorded.some', { count: waiting })}
        </LinkButton>
      )}
      {week.error && <Failure error={week.error} onRetry={() => void week.refetch()} />}
      {week.data && items.length === 0 && (
        <EmptyState title={t('week.none')} text={t('week.noneText')}>
          <LinkButton to="/school/$orgId/programs" params={{ orgId: organizationId }} variant="default">
            {t('week.programs')}
          </LinkButton>
        </EmptyState>
      )}
      {week.data && <MeetingDays items={items} zone={week.data.timeZone} />}
    </>
  );
}
