import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleName } from '@/shared/me/role-name';
import { identity, type DemoAccount } from './api';
import cls from './demo-accounts.module.css';
import type { SignIn } from './use-sign-in';

/** By where they work, in the order in which the server names the places and the roles. */
function places(accounts: readonly DemoAccount[]): [string, DemoAccount[]][] {
  const at = new Map<string, DemoAccount[]>();
  for (const account of accounts) at.set(account.organization, [...(at.get(account.organization) ?? []), account]);
  return [...at];
}

/** Ready accounts of a demonstration installation; a real one offers none. */
export function DemoAccounts({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('identity');
  const { data: accounts = [] } = useQuery(identity.demoAccounts());
  if (!accounts.length) return null;

  return (
    <section aria-labelledby="demo" className={cls.section}>
      <Title order={2} id="demo">
        {t('demo.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('demo.text')}
      </Text>
      {places(accounts).map(([organization, people]) => (
        <section key={organization} aria-label={organization}>
          <Title order={3} size="sm" mt="sm" mb={4}>
            {organization}
          </Title>
          <ul className={cls.list}>
            {people.map(({ email, password, name, role }) => (
              <li key={email}>
                <UnstyledButton className={cls.account} disabled={signIn.isPending} onClick={() => signIn.send({ email, password })}>
                  <span className={cls.words}>
                    <span className={cls.role}>{role.split(', ').map(roleName).join(', ')}</span>
                    <span className={cls.who}>{name}</span>
                  </span>
                  <IconArrowRight size={16} aria-hidden className={cls.arrow} />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
