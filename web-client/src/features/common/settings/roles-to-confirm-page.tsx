import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleName } from '@/shared/me/role-name';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { PageHeader } from '@/shared/ui/page-header';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { roleActs } from './acts';
import { refreshRoles, settings, type Proposal } from './api';
import { ProposalItem } from './proposal-item';
import cls from './settings.module.css';

/** Roles of the territory's schools that open what is confidential: confirmed or refused from outside the school. */
export function RolesToConfirmPage() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(settings.toConfirm());
  const [asked, setAsked] = useState<{ proposal: Proposal; confirmed: boolean }>();
  const { act, dialog } = useRefreshingAct(() => refreshRoles(client));
  const word = asked?.confirmed ? 'confirm' : 'refuse';

  return (
    <>
      <PageHeader title={t('toConfirm.title')} summary={data && t('toConfirm.count', { count: data.length })} />
      <Text size="sm" c="dimmed" mb="md" maw={720}>
        {t('toConfirm.about')}
      </Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('toConfirm.none')} text={t('toConfirm.noneText')} />}
      {data && data.length > 0 && (
        <ul className={cls.list} aria-label={t('toConfirm.title')}>
          {data.map((proposal) => (
            <ProposalItem key={proposal.id} proposal={proposal} withPlace>
              {proposal.may ? (
                (['confirm', 'refuse'] as const).map((one) => (
                  <Button
                    key={one}
                    size="compact-sm"
                    variant={one === 'confirm' ? 'filled' : 'default'}
                    aria-label={t(`toConfirm.${one}Of`, { name: proposal.name, role: roleName(proposal.role) })}
                    onClick={() => setAsked({ proposal, confirmed: one === 'confirm' })}
                  >
                    {t(`toConfirm.${one}`)}
                  </Button>
                ))
              ) : (
                <Text size="sm" c="dimmed">
                  {t('toConfirm.notYours')}
                </Text>
              )}
            </ProposalItem>
          ))}
        </ul>
      )}
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t(`toConfirm.${word}Title`)}
        confirmLabel={t(`toConfirm.${word}`)}
        askReason={asked?.confirmed ? 'optional' : true}
        danger={!asked?.confirmed}
        onConfirm={(reason) => asked && act(() => roleActs.decide(asked.proposal, asked.confirmed, reason))}
      >
        {asked && (
          <>
            <Text>
              {asked.proposal.name} — {roleName(asked.proposal.role)}, {asked.proposal.organizationName}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`toConfirm.${word}Text`)}
            </Text>
          </>
        )}
      </ConfirmDialog>
      {dialog}
    </>
  );
}
