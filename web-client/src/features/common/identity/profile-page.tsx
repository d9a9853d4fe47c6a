import type { ReactNode } from 'react';
import { Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me, type Assignment } from '@/shared/me/api';
import { roleName } from '@/shared/me/role-name';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { RecordHeader } from '@/shared/ui/record-header';
import { ChangePassword } from './change-password';
import { Sessions } from './sessions';
import { TwoFactor } from './two-factor';

/**
 * Who the user is to the platform, and how they sign in.
 * @param props.onSignIn starts a new sign-in, after the password has changed
 * @param props.children what other features let the user choose
 */
export function ProfilePage({ onSignIn, children }: { onSignIn: () => void; children?: ReactNode }) {
  const { t } = useTranslation('identity');
  const { data } = useSuspenseQuery(me.current());

  const columns: Column<Assignment>[] = [
    { id: 'role', header: t('profile.role'), rowHeader: true, value: ({ role }) => roleName(role) },
    {
      id: 'place',
      header: t('profile.place'),
      width: 2,
      value: ({ organizationName, territoryName }) => organizationName ?? territoryName,
    },
  ];

  return (
    <>
      <RecordHeader title={data.name} facts={[{ label: t('profile.email'), value: data.email ?? '—' }]} />
      <Title order={2} mb="xs">
        {t('profile.assignments')}
      </Title>
      {data.assignments.length > 0 ? (
        <DataTable
          id="my-assignments"
          label={t('profile.assignments')}
          columns={columns}
          rows={data.assignments}
          rowKey={({ id }) => id}
          wrap
        />
      ) : (
        <Text c="dimmed">{t('profile.none')}</Text>
      )}
      {children}
      <Title order={2} mt="lg" mb="xs">
        {t('password.title')}
      </Title>
      <ChangePassword onSignIn={onSignIn} />
      <Title order={2} mt="lg" mb="xs">
        {t('twoFactor.title')}
      </Title>
      <TwoFactor enabled={data.twoFactorEnabled} />
      <Sessions />
    </>
  );
}
