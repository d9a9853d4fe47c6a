import { lazy, Suspense } from 'react';
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useMatchRoute, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/me/api';
import { LanguageSwitch } from './language-switch';
import { Mark } from '@/shared/ui/mark';
import { navFor } from './nav';
import { NavMenu } from './nav-menu';
import cls from './shell.module.css';
import { usePageFocus } from './use-page-focus';

// Nobody opens a menu before the page is there: menus and dialogs do not delay it.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu')).AccountMenu }));
const Bell = lazy(async () => ({ default: (await import('@/features/notifications/bell')).Bell }));
const AssignmentSwitch = lazy(async () => ({ default: (await import('./assignment-switch')).AssignmentSwitch }));
const SessionExpired = lazy(async () => ({ default: (await import('./session-expired')).SessionExpired }));
const ProveIdentity = lazy(async () => ({ default: (await import('./prove-identity')).ProveIdentity }));
const ThemeSwitch = lazy(async () => ({ default: (await import('./theme-switch')).ThemeSwitch }));

export function Shell({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure();
  const matchRoute = useMatchRoute();
  usePageFocus();

  const entries = navFor(me);
  // Any school's page belongs to "school", but its list of programs to the entry that says so.
  const active = entries
    .filter(({ link: { to } }) => matchRoute({ to, fuzzy: to !== '/' } as LinkProps))
    .sort((a, b) => String(b.link.to).length - String(a.link.to).length)[0];

  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>

      <AppShell.Header className={cls.header ?? ''}>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              hiddenFrom="sm"
              size="sm"
              opened={menuOpen}
              onClick={menu.toggle}
              aria-label={t('app.menu')}
              aria-expanded={menuOpen}
            />
            <Link to="/" className={cls.product}>
              <Mark />
              <span className={cls.name}>{t('app.name')}</span>
            </Link>
            <Suspense>
              <AssignmentSwitch me={me} />
            </Suspense>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <Suspense fallback={<div className={cls.menus} />}>
              <Bell />
              <ThemeSwitch />
              <AccountMenu me={me} />
            </Suspense>
          </Group>
        </Group>
      </AppShell.Header>

      <AppShell.Navbar p="xs" className={cls.navbar ?? ''} aria-label={t('app.navigation')}>
        <NavMenu entries={entries} active={active?.label} onLeave={menu.close} />
      </AppShell.Navbar>

      <AppShell.Main id="main" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Suspense>
        <SessionExpired />
        <ProveIdentity />
      </Suspense>
    </AppShell>
  );
}
