import { useState } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleName } from '@/shared/me/role-name';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { roleActs } from './acts';
import { refreshRoles, settings, type Proposal } from './api';
import { ProposalItem } from './proposal-item';
import cls from './settings.module.css';

/** The roles of the school that wait to be agreed to or confirmed. Nothing where there are none. */
export function Proposals({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(settings.proposals(organizationId));
  const [asked, setAsked] = useState<Proposal>();
  const { act, dialog } = useRefreshingAct(() => refreshRoles(client));

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.length) return null;
  return (
    <section aria-labelledby="role-proposals">
      <Title order={2} size="h4" id="role-proposals">
        {t('proposal.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs" maw={720}>
        {t('proposal.about')}
      </Text>
      <ul className={cls.list}>
        {data.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal}>
            {proposal.may && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('proposal.withdrawOf', { name: proposal.name, role: roleName(proposal.role) })}
                onClick={() => setAsked(proposal)}
              >
                {t('proposal.withdraw')}
              </Button>
            )}
          </ProposalItem>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('proposal.withdrawTitle')}
        confirmLabel={t('proposal.withdraw')}
        askReason="optional"
        danger
        onConfirm={(reason) => asked && act(() => roleActs.withdraw(asked, reason))}
      >
        <Text>{asked && `${asked.name} — ${roleName(asked.role)}`}</Text>
      </ConfirmDialog>
      {dialog}
    </section>
  );
}
