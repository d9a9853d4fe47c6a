import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleName } from '@/shared/me/role-name';
import { identity } from './api';
import cls from './demo-accounts.module.css';
import type { SignIn } from './use-sign-in';

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
      <ul className={cls.list}>
        {accounts.map(({ email, password, name, role, organization }) => (
          <li key={email}>
            <UnstyledButton
              className={cls.account}
              disabled={signIn.isPending}
              onClick={() => signIn.send({ email, password })}
            >
              <span className={cls.words}>
                <span className={cls.role}>{role.split(', ').map(roleName).join(', ')}</span>
                <span className={cls.who}>{[name, organization].filter(Boolean).join(' · ')}</span>
              </span>
              <IconArrowRight size={16} aria-hidden className={cls.arrow} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
