import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { meetings } from './api';
import { MeetingDays } from './meeting-days';
import { unrecorded } from './unrecorded';

/** Past meetings of a school of which nobody has said whether they were held. */
export function UnrecordedPage({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('meetings');
  const week = useQuery(meetings.week(organizationId, undefined));
  const pages = useInfiniteQuery(unrecorded(organizationId));
  const items = pages.data?.pages.flatMap((page) => page.items);
  const error = pages.error ?? week.error;
  const back = (
    <LinkButton to="/school/$orgId/meetings" params={{ orgId: organizationId }} variant="default">
      {t('unrecorded.back')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('unrecorded.title')} summary={t('unrecorded.text')}>
        {back}
      </PageHeader>
      {error && <Failure error={error} onRetry={() => void Promise.all([pages.refetch(), week.refetch()])} />}
      {items?.length === 0 && <EmptyState title={t('unrecorded.none')} text={t('unrecorded.noneText')} />}
      {items && week.data && items.length > 0 && (
        <>
          <MeetingDays items={items} zone={week.data.timeZone} />
          <LoadMore pages={pages} shown={items.length} total={week.data.unrecorded} />
        </>
      )}
    </>
  );
}
