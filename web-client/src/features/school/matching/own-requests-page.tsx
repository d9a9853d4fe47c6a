import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { matchingActs } from './acts';
import { matching, type OwnRequest } from './api';
import cls from './matching.module.css';
import { tones } from './requests-tab';

/** What was asked of me, as a mentor or as a mentee. */
export function OwnRequestsPage() {
  const { t } = useTranslation('matching');
  const own = useQuery(matching.own());
  const answer = useMutation(matchingActs.answer());
  const [asked, setAsked] = useState<{ request: OwnRequest; yes: boolean }>();
  const items = own.data;

  return (
    <>
      <PageHeader
        title={t('own.title')}
        summary={items && t('own.waiting', { count: items.filter(({ canAnswer }) => canAnswer).length })}
      />
      {own.isError && <Failure error={own.error} onRetry={() => void own.refetch()} />}
      {items?.length === 0 && <EmptyState title={t('own.none')} text={t('own.noneText')} />}
      <ul className={cls.list} aria-label={t('own.title')}>
        {items?.map((request) => (
          <li key={request.id} className={cls.item}>
            <Own request={request} onAnswer={(yes) => setAsked({ request, yes })} />
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t(asked?.yes ? 'own.yesTitle' : 'own.noTitle')}
        confirmLabel={t(asked?.yes ? 'own.yes' : 'own.no')}
        {...(asked?.yes === false ? { askReason: 'optional' as const } : {})}
        onConfirm={(reason) =>
          asked &&
          answer.mutateAsync({
            id: asked.request.id,
            version: asked.request.version,
            yes: asked.yes,
            reason: reason || null,
          })
        }
      >
        <Text size="sm">{asked && t(asked.yes ? 'own.yesText' : 'own.noText', { name: asked.request.otherName })}</Text>
      </ConfirmDialog>
    </>
  );
}

function Own({ request, onAnswer }: { request: OwnRequest; onAnswer: (yes: boolean) => void }) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{request.otherName}</Text>
        <StatusTag tone={tones[request.status]}>{t(`status.${request.status}`)}</StatusTag>
      </Group>
      <Text size="sm">
        {t(request.side === 'Mentor' ? 'own.asMentor' : 'own.asMentee')}
        {request.group && ` ${t('own.group')}`} · {request.otherOrganizationName}
      </Text>
      {request.areas.length > 0 && (
        <Text size="sm">{t('own.areas', { areas: request.areas.map(areas.name).join(', ') })}</Text>
      )}
      {request.note && <Text size="sm">{request.note}</Text>}
      <Text size="xs" c="dimmed">
        {t('requests.sent', { date: format.date(request.askedAt) })}
        {request.status === 'Requested' && ` · ${t('requests.until', { date: format.date(request.expiresAt) })}`}
        {request.ownYesAt && ` · ${t('own.youSaidYes', { date: format.date(request.ownYesAt) })}`}
        {request.otherYesAt && ` · ${t('own.otherSaidYes', { date: format.date(request.otherYesAt) })}`}
      </Text>
      {request.reasonCode && <Text size="sm">{t(`reason.${request.reasonCode}`)}</Text>}
      {request.reason && <Text size="sm">{request.reason}</Text>}
      <Group gap={4} mt={6}>
        {request.canAnswer && (
          <>
            <Button size="compact-md" onClick={() => onAnswer(true)}>
              {t('own.yes')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => onAnswer(false)}>
              {t('own.no')}
            </Button>
          </>
        )}
        {request.programId && (
          <LinkButton size="compact-md" variant="default" to="/programs/$programId" params={{ programId: request.programId }}>
            {t('requests.program')}
          </LinkButton>
        )}
      </Group>
    </>
  );
}
