import { useState, type ReactNode } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { matchingActs } from './acts';
import { matching, type MatchRequest, type RequestStatus } from './api';
import cls from './matching.module.css';

export const tones: Record<RequestStatus, Tone> = {
  Requested: 'wait',
  Accepted: 'ok',
  Declined: 'risk',
  Expired: 'off',
  Closed: 'off',
};
const statuses = Object.keys(tones) as RequestStatus[];

type Props = { organizationId: string; mayDraft: boolean };

/** What was asked of whom, and what they answered. */
export function RequestsTab({ organizationId, mayDraft }: Props) {
  const { t } = useTranslation('matching');
  const requests = useQuery(matching.requests(organizationId));
  const close = useMutation(matchingActs.close(organizationId));
  const [status, setStatus] = useState<RequestStatus | ''>('');
  const [closing, setClosing] = useState<MatchRequest>();

  const shown = (requests.data ?? []).filter((one) => !status || one.status === status);
  if (requests.isError) return <Failure error={requests.error} onRetry={() => void requests.refetch()} />;
  if (requests.data?.length === 0) return <EmptyState title={t('requests.none')} text={t('requests.noneText')} />;
  return (
    <>
      <NativeSelect
        mb="sm"
        w={{ base: '100%', xs: 260 }}
        label={t('requests.filter')}
        value={status}
        onChange={({ currentTarget }) => setStatus(currentTarget.value as RequestStatus | '')}
        data={[{ value: '', label: t('requests.all') }, ...statuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
      />
      {requests.data && shown.length === 0 && <EmptyState title={t('requests.noneSuch')} />}
      <ul className={cls.list} aria-label={t('view.requests')}>
        {shown.map((request) => (
          <li key={request.id} className={cls.item}>
            <Request request={request}>
              {request.own && request.status === 'Accepted' && mayDraft && (
                <LinkButton
                  size="compact-sm"
                  to="/programs/new"
                  search={{ org: organizationId, mentee: request.menteeId, mentor: request.mentorId }}
                >
                  {t('requests.draftProgram')}
                </LinkButton>
              )}
              {request.programId && (
                <LinkButton
                  size="compact-sm"
                  variant="default"
                  to="/programs/$programId"
                  params={{ programId: request.programId }}
                >
                  {t('requests.program')}
                </LinkButton>
              )}
              {request.own && (request.status === 'Requested' || request.status === 'Accepted') && (
                <Button size="compact-sm" variant="subtle" onClick={() => setClosing(request)}>
                  {t(request.status === 'Requested' ? 'requests.withdraw' : 'requests.part')}
                </Button>
              )}
            </Request>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={closing !== undefined}
        onClose={() => setClosing(undefined)}
        title={t('requests.closeTitle')}
        confirmLabel={t('requests.closeConfirm')}
        askReason="optional"
        onConfirm={(reason) =>
          closing && close.mutateAsync({ requestId: closing.id, version: closing.version, reason: reason || null })
        }
      >
        <Text size="sm">{closing && `${closing.menteeName} — ${closing.mentorName}`}</Text>
      </ConfirmDialog>
    </>
  );
}

function Request({ request, children }: { request: MatchRequest; children: ReactNode }) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const said = (at: string | null) => (at ? t('requests.yes', { date: format.date(at) }) : t('requests.noAnswer'));
  const isOpen = request.status === 'Requested';
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {request.menteeName} — {request.mentorName}
        </Text>
        <StatusTag tone={tones[request.status]}>{t(`status.${request.status}`)}</StatusTag>
      </Group>
      <Text size="xs" c="dimmed">
        {t('requests.sent', { date: format.date(request.askedAt) })}
        {isOpen && ` · ${t('requests.until', { date: format.date(request.expiresAt) })}`}
        {` · ${request.mentorOrganizationName}`}
        {!request.own && ` · ${t('requests.ofOtherSchool')}`}
      </Text>
      {isOpen && (
        <Text size="sm">
          {t('requests.mentee')}: {said(request.menteeYesAt)} · {t('requests.mentor')}: {said(request.mentorYesAt)}
        </Text>
      )}
      {request.reasonCode && <Text size="sm">{t(`reason.${request.reasonCode}`)}</Text>}
      {request.reason && <Text size="sm">{request.reason}</Text>}
      <Group gap={4} mt={4}>
        {children}
      </Group>
    </>
  );
}
