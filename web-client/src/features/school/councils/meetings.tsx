import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { councils } from './api';
import { meetingTones } from './status';

const PlanDialog = dialogLater(async () => (await import('./plan-dialog')).PlanDialog);

/** The council's meetings, the latest first. */
export function Meetings({ organizationId, mayCall }: { organizationId: string; mayCall: boolean }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const [planning, setPlanning] = useState(false);
  const pages = useInfiniteQuery(councils.meetings(organizationId));
  const meetings = pages.data?.pages.flatMap(({ items }) => items);
  const call = mayCall && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
      {t('meetings.call')}
    </Button>
  );

  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      {meetings?.length === 0 ? (
        <EmptyState title={t('meetings.none')} text={t(mayCall ? 'meetings.noneText' : 'meetings.noneYet')}>
          {call}
        </EmptyState>
      ) : (
        <Group justify="end" mb="sm">
          {call}
        </Group>
      )}
      {meetings && meetings.length > 0 && (
        <>
          <ul className={rows.list}>
            {meetings.map(({ id, status, startsAt, place, number, points, decisions, members, present, firstPoint }) => (
              <li key={id} className={rows.row}>
                <div>
                  <Link to="/council/meetings/$meetingId" params={{ meetingId: id }}>
                    {number ? t('meetings.numbered', { number, date: format.instant(startsAt, 'day') }) : format.instant(startsAt, 'day')}
                  </Link>
                  <div>{firstPoint}</div>
                  <Text size="sm" c="dimmed">
                    {[
                      place,
                      t('meetings.points', { count: points }),
                      status === 'Held' && t('meetings.decisions', { count: decisions }),
                      members && t('meetings.present', { present: present ?? 0, members }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                <StatusTag tone={meetingTones[status]}>{t(`meetingStatus.${status}`)}</StatusTag>
              </li>
            ))}
          </ul>
          <LoadMore pages={pages} shown={meetings.length} />
        </>
      )}
      <PlanDialog organizationId={organizationId} opened={planning} onClose={() => setPlanning(false)} />
    </>
  );
}
