import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { held, meWith } from '@/testing/me';
import { renderPage } from '@/testing/render-page';
import { navFor } from './nav';
import { NavMenu } from './nav-menu';

const head = meWith({
  permissions: ['MonitoringSchool', 'ProgramRead', 'StaffRead', 'ProfileManage', 'CouncilRead', 'ActRead', 'SetupRead'],
  assignments: [held('Head', { organizationId: 'o1' })],
});
const menu = (
  <nav aria-label="Разделы">
    <NavMenu entries={navFor(head)} active="programs" onLeave={() => {}} />
  </nav>
);

test('a part of the menu is closed by keyboard, and stays closed the next time', async () => {
  const first = await renderPage(menu);
  const nav = screen.getByRole('navigation');
  expect(within(nav).getByRole('heading', { name: 'Люди' })).toBeInTheDocument();
  expect(within(nav).getByRole('link', { name: 'Программы' })).toBeInTheDocument();

  const people = screen.getByRole('button', { name: 'Люди' });
  people.focus();
  await first.user.keyboard('{Enter}');
  expect(people).toHaveAttribute('aria-expanded', 'false');
  expect(people).toHaveFocus();
  expect(screen.queryByRole('link', { name: 'Сотрудники' })).not.toBeInTheDocument();
  expect(await axeFaults(nav)).toEqual([]);

  first.unmount();
  await renderPage(menu);
  expect(screen.queryByRole('link', { name: 'Сотрудники' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Программы' })).toBeInTheDocument();
});
