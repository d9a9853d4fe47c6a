import { lazy, Suspense, useEffect } from 'react';
import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useMatchRoute, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/me/api';
import { dialogLater } from '@/shared/ui/later';
import { Mark } from '@/shared/ui/mark';
import { auth } from './auth';
import { navFor } from './nav';
import { NavMenu } from './nav-menu';
import { ProveIdentity } from './prove-identity';
import cls from './shell.module.css';
import { usePageFocus } from './use-page-focus';

// Nobody opens a menu before the page is there: menus and dialogs do not delay it.
const tools = () => import('./header-tools');
const HeaderTools = lazy(async () => ({ default: (await tools()).HeaderTools }));
const AssignmentSwitch = lazy(async () => ({ default: (await tools()).AssignmentSwitch }));
const SessionExpired = dialogLater(async () => (await import('./session-expired')).SessionExpired);

export function Shell({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure();
  const [expired, session] = useDisclosure();
  const matchRoute = useMatchRoute();
  usePageFocus();

  useEffect(() => {
    auth.onExpired = session.open;
  }, [session.open]);

  const entries = navFor(me);
  // Any school's page belongs to "school", but its list of programs to the entry that says so.
  const active = entries
    .filter(({ link: { to } }) => matchRoute({ to, fuzzy: to !== '/' } as LinkProps))
    .sort((a, b) => String(b.link.to).length - String(a.link.to).length)[0];

  return (
    <>
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>

      <header className={`${cls.header} no-print`}>
        <div className={cls.start}>
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
        </div>
        <div className={cls.tools}>
          <Suspense>
            <HeaderTools me={me} />
          </Suspense>
        </div>
      </header>

      <nav className={`${cls.navbar} no-print`} data-open={menuOpen || undefined} aria-label={t('app.navigation')}>
        <NavMenu entries={entries} active={active?.label} onLeave={menu.close} />
      </nav>

      <main id="main" tabIndex={-1} className={cls.main}>
        <Outlet />
      </main>
      <SessionExpired opened={expired} onClose={session.close} />
      <ProveIdentity />
    </>
  );
}
