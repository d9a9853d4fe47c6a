import { useMemo } from 'react';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { roleName } from '@/shared/me/role-name';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { AccountRecord } from './api';

type Props = { account: AccountRecord };
type Held = AccountRecord['roles'][number];
type Invited = AccountRecord['invitations'][number];
type Session = AccountRecord['sessions'][number];

const tones: Record<Held['standing'], Tone> = { Present: 'ok', Planned: 'wait', Past: 'off' };

/** Roles now, before and to come; each leads to where it is given and ended. */
export function AccountRoles({ account: { roles } }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  const columns = useMemo<Column<Held>[]>(
    () => [
      { id: 'role', header: t('field.role'), rowHeader: true, width: 1.6, value: ({ role }) => roleName(role) },
      {
        id: 'place',
        header: t('field.place'),
        width: 1.8,
        value: ({ place }) => place,
        cell: ({ organizationId, place }) =>
          organizationId ? (
            <Link to="/school/$orgId/settings" params={{ orgId: organizationId }} aria-label={`${t('roles.manage')}: ${place}`}>
              {place}
            </Link>
          ) : (
            place
          ),
      },
      {
        id: 'standing',
        header: t('field.standing'),
        value: ({ standing }) => t(`roles.standing.${standing}`),
        cell: ({ standing }) => <StatusTag tone={tones[standing]}>{t(`roles.standing.${standing}`)}</StatusTag>,
      },
      {
        id: 'period',
        header: t('field.period'),
        width: 1.6,
        value: ({ startedOn }) => startedOn,
        cell: ({ startedOn, endedOn }) =>
          endedOn
            ? t('roles.until', { from: format.date(startedOn), until: format.lastDay(endedOn, startedOn) })
            : t('roles.from', { from: format.date(startedOn) }),
      },
      { id: 'basis', header: t('field.basis'), width: 1.6, value: ({ basis }) => basis },
    ],
    [t, format],
  );
  if (!roles.length) return <Text c="dimmed">{t('roles.none')}</Text>;
  return <DataTable id="account-roles" label={t('roles.title')} columns={columns} rows={roles} rowKey={({ id }) => id} wrap />;
}

/** Where somebody is signed in with it now. */
export function AccountSessions({ account: { sessions, refusal } }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  const columns = useMemo<Column<Session>[]>(
    () => [
      {
        id: 'device',
        header: t('field.device'),
        rowHeader: true,
        width: 1.8,
        value: ({ device, method }) => `${device ?? t('sessions.unknown')} · ${t(`sessions.method.${method}`)}`,
      },
      { id: 'startedAt', header: t('field.startedAt'), value: ({ startedAt }) => startedAt, cell: ({ startedAt }) => format.instant(startedAt) },
      { id: 'seenAt', header: t('field.seenAt'), value: ({ seenAt }) => seenAt, cell: ({ seenAt }) => format.instant(seenAt) },
    ],
    [t, format],
  );
  if (!sessions.length) return <Text c="dimmed">{t(refusal ? 'sessions.hidden' : 'sessions.none')}</Text>;
  return <DataTable id="account-sessions" label={t('sessions.title')} columns={columns} rows={sessions} rowKey={({ id }) => id} wrap />;
}

/** How the links that set its password went out. */
export function AccountInvitations({ account: { invitations } }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  const columns = useMemo<Column<Invited>[]>(() => {
    const status = ({ state, usedAt, withdrawnAt }: Invited) => {
      const at = usedAt ?? withdrawnAt;
      return t(`invitations.status.${state}`, { at: at ? format.instant(at) : '' });
    };
    return [
      { id: 'invitedAt', header: t('field.invitedAt'), rowHeader: true, value: ({ invitedAt }) => invitedAt, cell: ({ invitedAt }) => format.instant(invitedAt) },
      { id: 'state', header: t('field.state'), width: 1.8, value: status },
      { id: 'delivery', header: t('field.delivery'), value: ({ delivery }) => t(`invitations.by.${delivery}`) },
      {
        id: 'invitedBy',
        header: t('field.invitedBy'),
        width: 1.8,
        value: ({ invitedByName, place }) => [invitedByName, place].filter(Boolean).join(' · '),
      },
    ];
  }, [t, format]);
  if (!invitations.length) return <Text c="dimmed">{t('invitations.none')}</Text>;
  return <DataTable id="account-invitations" label={t('invitations.title')} columns={columns} rows={invitations} rowKey={({ id }) => id} wrap />;
}
