import { useMemo, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { roleName } from '@/shared/me/role-name';
import { isBody, organizations } from '@/shared/organizations/api';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StorageCard } from './storage-card';
import { roleActs } from './acts';
import { refreshRoles, settings, type Held } from './api';
import { Proposals } from './proposals';

const RenewDialog = dialogLater(async () => (await import('./renew-dialog')).RenewDialog);
const GrantDialog = dialogLater(async () => (await import('./grant-dialog')).GrantDialog);

type Props = {
  organizationId: string;
  /** What else of the school is open to the reader: an administrator of the platform gives roles and nothing more. */
  may: { setup: boolean; storage: boolean; lead: boolean };
};

/** Who holds which role in the school: given, and ended, here. */
export function SettingsPage({ organizationId, may }: Props) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const pages = useInfiniteQuery(settings.assignments(organizationId));
  const [granting, setGranting] = useState(false);
  const place = useQuery({ ...organizations.detail(organizationId), enabled: granting }).data;
  const [ending, setEnding] = useState<Held>();
  const [renewing, setRenewing] = useState<Held>();
  const columns = useColumns(may.lead, setEnding, setRenewing);
  const rows = pages.data?.pages.flatMap(({ items }) => items);

  const grant = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setGranting(true)}>
      {t('grant.open')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        {may.setup && (
          <LinkButton variant="default" to="/school/$orgId/setup" params={{ orgId: organizationId }} search={{ tab: 'structure' }}>
            {t('structure')}
          </LinkButton>
        )}
        <LinkButton variant="default" to="/school/$orgId/invitations" params={{ orgId: organizationId }}>
          {t('invitations.open')}
        </LinkButton>
        {grant}
      </PageHeader>
      <Proposals organizationId={organizationId} />
      <DataTable
        id="role-assignments"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        wrap
        empty={
          <EmptyState title={t('none')} text={t('noneText')}>
            {grant}
          </EmptyState>
        }
      />
      {pages.hasNextPage && <LoadMore pages={pages} shown={rows?.length ?? 0} />}
      {may.storage && <StorageCard organizationId={organizationId} />}
      {renewing?.accountId && (
        <RenewDialog organizationId={organizationId} account={{ accountId: renewing.accountId, name: renewing.name }} onClose={() => setRenewing(undefined)} />
      )}
      <GrantDialog
        // The roles to choose from are known with the place.
        key={place?.kind}
        organizationId={organizationId}
        body={isBody(place?.kind)}
        founder={may.lead}
        opened={granting && place !== undefined}
        onClose={() => setGranting(false)}
      />
      <ConfirmDialog
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t('end.title')}
        confirmLabel={t('end.button')}
        danger
        onConfirm={async () => {
          await roleActs.end(ending!.id);
          await refreshRoles(client);
        }}
      >
        <Text>{ending && t('end.text', { name: ending.name, role: roleName(ending.role) })}</Text>
      </ConfirmDialog>
    </>
  );
}

/** Leads to the account; a system has none. */
function Holder({ accountId, name }: Held) {
  if (!accountId) return name;
  return (
    <Link to="/admin/accounts/$accountId" params={{ accountId }}>
      {name}
    </Link>
  );
}

function useColumns(mayLead: boolean, onEnd: (row: Held) => void, onRenew: (row: Held) => void): Column<Held>[] {
  const { t } = useTranslation('settings');
  const format = useFormat();

  return useMemo(
    () => [
      { id: 'name', header: t('field.name'), rowHeader: true, width: 2, value: ({ name }) => name, cell: (row) => <Holder {...row} /> },
      { id: 'role', header: t('field.role'), width: 1.8, value: ({ role }) => roleName(role) },
      { id: 'email', header: t('field.email'), width: 1.8, value: ({ email, clientId }) => email ?? clientId },
      { id: 'startedOn', header: t('field.startedOn'), value: ({ startedOn }) => startedOn, cell: ({ startedOn }) => format.date(startedOn) },
      {
        id: 'endedOn',
        header: t('field.endedOn'),
        value: ({ endedOn }) => endedOn,
        cell: ({ startedOn, endedOn }) => endedOn && format.lastDay(endedOn, startedOn),
        optional: true,
      },
      { id: 'basis', header: t('field.basis'), width: 1.8, value: ({ basis }) => basis },
      {
        id: 'end',
        header: t('field.acts'),
        unsortable: true,
        value: () => '',
        width: 2.2,
        cell: (row) => (
          <Group gap={4}>
            {/* The founder gives and ends the head's own role; systems are ended by the administrator. */}
            {(row.role !== 'Head' || mayLead) && row.role !== 'IntegratingSystem' && (
              <Button size="compact-sm" variant="subtle" aria-label={t('end.of', { name: row.name, role: roleName(row.role) })} onClick={() => onEnd(row)}>
                {t('end.button')}
              </Button>
            )}
            {row.accountId && (
              <Button size="compact-sm" variant="subtle" aria-label={t('lost.of', { name: row.name })} onClick={() => onRenew(row)}>
                {t('lost.button')}
              </Button>
            )}
          </Group>
        ),
      },
    ],
    [t, format, mayLead, onEnd, onRenew],
  );
}
