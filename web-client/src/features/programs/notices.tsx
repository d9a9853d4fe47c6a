import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import cls from './notices.module.css';
import type { Program } from './types';

/** What the reader must know before anything else: why it came back, when it ends, why it ended. */
export function Notices({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { status, noticeUntil, finishedAt, finishReason } = program;
  const last = program.approvals[0];
  const returned = status === 'Draft' && last?.decision === 'Returned' ? last : undefined;
  const refused = program.consents.find((one) => one.status === 'Refused');

  return (
    <>
      {returned && (
        <Notice title={t(`notice.returned.${returned.stage}`, { name: returned.decidedByName })}>
          {returned.comment}
        </Notice>
      )}
      {status === 'Draft' && !returned && refused && (
        <Notice title={t('notice.refused', { name: refused.name })}>{refused.reason}</Notice>
      )}
      {program.actions.includes('SignPlan') && (
        <Notice title={t('notice.toSign', { number: program.proposedPlanVersion ?? 0 })}>
          <Link to="/programs/$programId" params={{ programId: program.id }} search={{ tab: 'versions' }}>
            {t('notice.toVersions')}
          </Link>
        </Notice>
      )}
      {noticeUntil && !finishedAt && (
        <Notice title={t('notice.ends', { date: format.date(noticeUntil, 'long') })} />
      )}
      {finishReason && <Notice title={t('notice.finished')}>{finishReason}</Notice>}
    </>
  );
}

const Notice = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div role="note" className={cls.notice}>
    <Text fw={600}>{title}</Text>
    {children && <p className={cls.text}>{children}</p>}
  </div>
);
