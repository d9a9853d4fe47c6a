import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { councils } from './api';

/** Drafts of local acts on which the council has its say, those that close first at the top. */
export function Drafts({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { data, error, refetch } = useQuery(councils.drafts(organizationId));

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data?.length === 0) return <EmptyState title={t('drafts.none')} text={t('drafts.noneText')} />;
  return (
    <ul className={rows.list}>
      {data?.map((draft) => (
        <li key={draft.actId} className={rows.row}>
          <div>
            <Link to="/documents/$actId" params={{ actId: draft.actId }} search={{ tab: 'drafting' }}>
              <span className={rows.strong}>{draft.title}</span>
            </Link>
            {draft.question && <p className={rows.text}>{draft.question}</p>}
            <Text size="sm" c="dimmed">
              {[
                draft.openedByName,
                t('drafts.count', { count: draft.suggestions }),
                draft.unanswered > 0 && t('drafts.unanswered', { count: draft.unanswered }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          <StatusTag tone={draft.isOver ? 'off' : 'wait'}>{t(draft.isOver ? 'drafts.over' : 'drafts.until', { date: format.date(draft.closesOn) })}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
