import { Alert, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { AccountActs } from './account-acts';
import { AccountInvitations, AccountRoles, AccountSessions } from './account-tables';
import { accounts, type AccountRecord } from './api';
import { stateTones } from './state-tones';

type Props = { accountId: string; mayReadStaff: boolean };

/** One account: how it stands, what its holder may do where, and what an official can do about it. */
export function AccountPage({ accountId, mayReadStaff }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  const { data: account } = useSuspenseQuery(accounts.detail(accountId));
  const { name, email, personId, state, twoFactorEnabled, createdAt, signedInAt } = account;

  return (
    <>
      <RecordHeader
        title={name}
        status={<StatusTag tone={stateTones[state]}>{t(`state.${state}`)}</StatusTag>}
        facts={[
          { label: t('field.email'), value: email ?? t('noMail') },
          { label: t('field.twoFactor'), value: t(twoFactorEnabled ? 'yes' : 'no') },
          { label: t('field.signedInAt'), value: signedInAt ? format.instant(signedInAt) : t('unknown') },
          { label: t('field.createdAt'), value: format.instant(createdAt) },
        ]}
      >
        <AccountActs account={account} />
      </RecordHeader>
      {mayReadStaff && personId && (
        <Text mb="md">
          <Link to="/people/$personId" params={{ personId }}>
            {t('person')}
          </Link>
        </Text>
      )}
      <Standing account={account} />
      <Title order={2} mt="lg" mb="xs">
        {t('roles.title')}
      </Title>
      <AccountRoles account={account} />
      <Title order={2} mt="lg" mb="xs">
        {t('sessions.title')}
      </Title>
      <AccountSessions account={account} />
      <Title order={2} mt="lg" mb="xs">
        {t('invitations.title')}
      </Title>
      <AccountInvitations account={account} />
    </>
  );
}

/** What stands in the way of signing in, and of acting on the account. */
function Standing({ account: { blocked, lockedUntil, hasPassword, refusal } }: { account: AccountRecord }) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  const format = useFormat();
  const why = refusalOf(refusal);
  return (
    <>
      {blocked && (
        <Alert color="red" variant="outline" maw={720} mb="sm" title={t('blocked.title')}>
          {t('blocked.text', { at: format.instant(blocked.at), by: blocked.by, reason: t(`reason.${blocked.reason}`) })}{' '}
          {blocked.byAdministrator && t('blocked.byAdministrator')}
        </Alert>
      )}
      {lockedUntil && (
        <Alert color="yellow" variant="outline" maw={720} mb="sm">
          {t('locked', { at: format.instant(lockedUntil) })}
        </Alert>
      )}
      {!hasPassword && (
        <Alert variant="outline" maw={720} mb="sm">
          {t('unopened')}
        </Alert>
      )}
      {why && (
        <Alert variant="outline" maw={720} mb="sm">
          {t(`refusal.${why}`)}
        </Alert>
      )}
    </>
  );
}

const refusals = ['own', 'role-beyond', 'leads', 'work-beyond', 'blocked-outside'] as const;

const refusalOf = (code: string | null) => refusals.find((one) => code === `account.${one}`);
