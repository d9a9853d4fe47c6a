import { useMemo, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { invitationActs } from './acts';
import { refreshInvitations, settings, type Invitation } from './api';

const HandOverDialog = dialogLater(async () => (await import('./hand-over-dialog')).HandOverDialog);
const RenewDialog = dialogLater(async () => (await import('./renew-dialog')).RenewDialog);

const tones: Record<Invitation['state'], Tone> = { Mailed: 'wait', AwaitsHandOver: 'wait', HandedOver: 'ok', Expired: 'off', Blocked: 'risk' };

type Act = 'handOver' | 'renew' | 'withdraw';

/** Who was invited and has set no password yet; two officials share what is done about it. */
export function InvitationsPage({ organizationId, mayInvite }: { organizationId: string; mayInvite: boolean }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(settings.invitations(organizationId));
  const [chosen, setChosen] = useState<{ act: Act; invitation: Invitation }>();
  const columns = useColumns(mayInvite, (act, invitation) => setChosen({ act, invitation }));
  const close = () => setChosen(undefined);
  const withdrawn = chosen?.act === 'withdraw' ? chosen.invitation : undefined;

  return (
    <>
      <PageHeader title={t('invitations.title')} summary={t('invitations.summary')} />
      <DataTable
        id="invitations"
        label={t('invitations.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        wrap
        empty={<EmptyState title={t('invitations.none')} text={t('invitations.noneText')} />}
      />
      {chosen?.act === 'handOver' && <HandOverDialog invitation={chosen.invitation} onClose={close} />}
      {chosen?.act === 'renew' && <RenewDialog organizationId={organizationId} account={chosen.invitation} onClose={close} />}
      <ConfirmDialog
        opened={withdrawn !== undefined}
        onClose={close}
        title={t('invitations.withdrawTitle')}
        confirmLabel={t('invitations.withdraw')}
        danger
        onConfirm={async () => {
          await invitationActs.withdraw(withdrawn!.id);
          await refreshInvitations(client);
        }}
      >
        <Text>{withdrawn && t('invitations.withdrawText', { name: withdrawn.name })}</Text>
      </ConfirmDialog>
    </>
  );
}

function useColumns(mayInvite: boolean, onAct: (act: Act, invitation: Invitation) => void): Column<Invitation>[] {
  const { t } = useTranslation('settings');
  const format = useFormat();

  return useMemo(
    () => [
      { id: 'name', header: t('field.name'), rowHeader: true, width: 1.8, value: ({ name }) => name },
      {
        id: 'state',
        header: t('invitations.state'),
        width: 1.2,
        value: ({ state }) => t(`invitations.status.${state}`),
        cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`invitations.status.${state}`)}</StatusTag>,
      },
      {
        id: 'delivery',
        header: t('invitations.delivery'),
        width: 1.6,
        value: ({ delivery, sentTo, email, renewal }) =>
          [t(`invitations.by.${delivery}`), sentTo ?? email, renewal && t('invitations.renewal')].filter(Boolean).join(' · '),
      },
      { id: 'invited', header: t('invitations.invited'), width: 1.4, value: ({ invitedByName }) => invitedByName },
      { id: 'handed', header: t('invitations.handed'), width: 1.4, value: ({ handedOverByName }) => handedOverByName, optional: true },
      { id: 'expires', header: t('invitations.expires'), value: ({ expiresAt }) => expiresAt, cell: ({ expiresAt }) => format.instant(expiresAt) },
      {
        id: 'acts',
        header: t('field.acts'),
        unsortable: true,
        width: 2.2,
        value: () => '',
        cell: (row) => (
          <Group gap={4}>
            {row.mayHandOver && (
              <Button size="compact-sm" aria-label={t('invitations.handOverOf', { name: row.name })} onClick={() => onAct('handOver', row)}>
                {t('invitations.handOver')}
              </Button>
            )}
            {mayInvite && (
              <>
                <Button size="compact-sm" variant="subtle" aria-label={t('invitations.renewOf', { name: row.name })} onClick={() => onAct('renew', row)}>
                  {t('invitations.renew')}
                </Button>
                <Button size="compact-sm" variant="subtle" aria-label={t('invitations.withdrawOf', { name: row.name })} onClick={() => onAct('withdraw', row)}>
                  {t('invitations.withdraw')}
                </Button>
              </>
            )}
          </Group>
        ),
      },
    ],
    [t, format, mayInvite, onAct],
  );
}
