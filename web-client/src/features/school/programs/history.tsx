import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { Timeline } from '@/shared/ui/timeline';
import { programs } from './api';

/** Who did what with the program: entries of the audit log that nobody can rewrite. */
export function History({ programId }: { programId: string }) {
  const { t, i18n } = useTranslation('programs');
  const pages = useInfiniteQuery(programs.audit(programId));
  const entries = pages.data?.pages.flatMap(({ items }) => items);
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!entries) return null;
  if (!entries.length) return <EmptyState title={t('history.none')} />;

  // The server may log an operation that this build has no words for yet.
  const named = (operation: string) =>
    i18n.exists(`history.operation.${operation}`, { ns: 'programs' })
      ? t(`history.operation.${operation}` as 'history.operation.SubmitProgram')
      : operation;
  const events = entries.map(({ sequence, at, operation, callerName, client }) => ({
    id: String(sequence),
    at,
    title: named(operation),
    by: callerName ?? client ?? '',
  }));

  return (
    <>
      <Timeline events={events} label={t('page.tab.history')} />
      {pages.hasNextPage && <LoadMore pages={pages} shown={events.length} />}
    </>
  );
}
