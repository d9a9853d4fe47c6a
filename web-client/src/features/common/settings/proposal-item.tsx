import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { roleName } from '@/shared/me/role-name';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { Proposal } from './api';
import cls from './settings.module.css';

const tones: Record<Proposal['status'], Tone> = {
  Proposed: 'wait',
  Agreed: 'wait',
  Confirmed: 'ok',
  Refused: 'risk',
  Declined: 'off',
  Withdrawn: 'off',
};

type Props = {
  proposal: Proposal;
  /** What the reader may do with it. */
  children?: ReactNode;
  /** The organization is told where proposals of several stand together. */
  withPlace?: boolean;
};

/** A role that waits: for whom, on which order, since when. */
export function ProposalItem({ proposal, children, withPlace }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { name, role, status, organizationName, basis, startedOn, proposedAt, proposedByName, reason, seat } = proposal;

  return (
    <li className={cls.item}>
      <div>
        <Text fw={600}>
          {name} — {roleName(role)}
        </Text>
        <Text size="sm">{[withPlace && organizationName, basis, seat && t('proposal.seat')].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="dimmed">
          {[
            t('proposal.at', { date: format.date(proposedAt) }),
            proposedByName && t('proposal.by', { name: proposedByName }),
            t('proposal.from', { date: format.date(startedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {reason && <Text size="sm">{t('proposal.reason', { reason })}</Text>}
      </div>
      <div className={cls.tools}>
        <StatusTag tone={tones[status]}>{t(`proposal.status.${status}`)}</StatusTag>
        {children}
      </div>
    </li>
  );
}
