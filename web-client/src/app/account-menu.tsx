import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/me/api';
import { auth } from './auth';

export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();

  return (
    <Menu withinPortal={false} position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg">
          <VisuallyHidden>{t('app.account', { name: me.name })}</VisuallyHidden>
          <Avatar name={me.name} color="brand" variant="filled" size={30} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text component="span" display="block" size="sm" fw={600} c="var(--mantine-color-text)">
            {me.name}
          </Text>
          {me.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/profile"
          leftSection={<IconUser size={16} aria-hidden />}
        >
          {t('app.profile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void auth.signOut()}
        >
          {t('app.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
