import { Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { programs } from './api';
import cls from './program-board.module.css';
import { sum } from './status-tabs';
import type { ProgramItem, ProgramStatus } from './types';
import { ViewSwitch } from './view-switch';

const stages: readonly ProgramStatus[] = ['Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused'];

const DAY = 86_400_000;
const daysSince = (instant: string, now = Date.now()) => Math.max(0, Math.floor((now - Date.parse(instant)) / DAY));

type Props = { organizationId: string; onView: (view: 'board' | undefined) => void };

/** Programs by the stage they are at: what waits for whom is seen at one glance. */
export function ProgramBoard({ organizationId, onView }: Props) {
  const { t } = useTranslation('programs');
  return (
    <>
      <PageHeader title={t('list.title')} summary={t('board.lead')}>
        <ViewSwitch view="board" onView={onView} />
      </PageHeader>
      <div className={cls.board} role="region" aria-label={t('board.board')}>
        {stages.map((status) => (
          <Stage key={status} organizationId={organizationId} status={status} />
        ))}
      </div>
    </>
  );
}

function Stage({ organizationId, status }: { organizationId: string; status: ProgramStatus }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const pages = useInfiniteQuery(programs.list({ organizationId, status, sort: '-updatedAt' }));
  const counts = useQuery(programs.counts(organizationId));
  const items = pages.data?.pages.flatMap((page) => page.items);
  const total = counts.data && sum(counts.data, status);

  return (
    <section className={cls.stage} aria-labelledby={`stage-${status}`}>
      <Title order={2} id={`stage-${status}`} className={cls.title}>
        {t(`status.${status}`)} <span className="numbers">{total === undefined ? '' : format.number(total)}</span>
      </Title>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton h={96} />}
      {items?.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('board.empty')}
        </Text>
      )}
      <ul className={cls.cards}>
        {items?.map((item) => (
          <Card key={item.id} item={item} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore pages={pages} shown={items?.length ?? 0} {...(total === undefined ? {} : { total })} />
      )}
    </section>
  );
}

function Card({ item }: { item: ProgramItem }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { id, title, mentors, mentees, endsOn, activitiesDone, activitiesTotal, waitingSince } = item;
  const names = [...mentors, ...mentees].map(({ name }) => name.split(' ')[0]).join(' — ');
  return (
    <li className={cls.card}>
      <Link to="/programs/$programId" params={{ programId: id }}>
        {title}
      </Link>
      <Text size="sm">{names}</Text>
      {waitingSince && (
        <Text size="xs" fw={600}>
          {t('board.waits', { count: daysSince(waitingSince) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('board.until', { date: format.date(endsOn) })}
        {activitiesTotal > 0 && ` · ${t('list.doneOf', { done: activitiesDone, total: activitiesTotal })}`}
      </Text>
    </li>
  );
}
