import { Suspense, useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { AccountList } from './account-list';
import { AccountPage } from './account-page';
import type { AccountFilters, AccountRecord, AccountRow } from './api';

const row: AccountRow = {
  id: 'a1',
  name: 'Орлова Анна Петровна',
  email: 'orlova@school.example',
  personId: 'p1',
  state: 'LockedOut',
  twoFactorEnabled: true,
  signedInAt: '2026-11-28T06:30:00Z',
  roles: [
    { role: 'Curator', organizationId: 'o1', territoryCode: null, place: 'СОШ № 3' },
    { role: 'CouncilMember', organizationId: 'o1', territoryCode: null, place: 'СОШ № 3' },
  ],
};

const record: AccountRecord = {
  id: 'a1',
  name: row.name,
  email: row.email,
  personId: 'p1',
  state: 'Active',
  hasPassword: true,
  emailProven: true,
  twoFactorEnabled: true,
  createdAt: '2026-09-01T06:00:00Z',
  signedInAt: row.signedInAt,
  lockedUntil: null,
  blocked: null,
  roles: [
    {
      id: 'r1', role: 'Curator', organizationId: 'o1', territoryCode: null, place: 'СОШ № 3', startedOn: '2026-09-01', endedOn: null, standing: 'Present',
      basis: 'Приказ № 7',
    },
    {
      id: 'r2', role: 'SiteEditor', organizationId: 'o1', territoryCode: null, place: 'СОШ № 3', startedOn: '2025-09-01', endedOn: '2026-06-01',
      standing: 'Past', basis: null,
    },
  ],
  invitations: [
    {
      id: 'i1', delivery: 'Sheet', state: 'Used', place: 'СОШ № 3', invitedByName: 'Директорова Вера', invitedAt: '2026-09-01T06:00:00Z',
      usedAt: '2026-09-02T06:00:00Z', withdrawnAt: null,
    },
  ],
  sessions: [{ id: 's1', device: 'Firefox, Windows', method: 'PasswordAndCode', startedAt: '2026-11-28T06:30:00Z', seenAt: '2026-11-28T07:00:00Z' }],
  acts: ['Block', 'EndSessions', 'SendPasswordLink', 'ResetSecondFactor'],
  refusal: null,
};

function List() {
  const [search, setSearch] = useState<AccountFilters>({});
  return (
    <main>
      <AccountList search={search} onSearch={(change) => setSearch((was) => ({ ...was, ...change }))} />
    </main>
  );
}

const showOne = async (account: Partial<AccountRecord> = {}, mayReadStaff = false) => {
  server.use(http.get('*/api/v1/accounts/a1', () => HttpResponse.json({ ...record, ...account })));
  const view = await renderPage(
    <main>
      <Suspense>
        <AccountPage accountId="a1" mayReadStaff={mayReadStaff} />
      </Suspense>
    </main>,
    'admin',
  );
  await screen.findByRole('heading', { level: 1, name: row.name });
  return view;
};

test('somebody is looked for by words, by state and by role, and the list leads to the account', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/accounts', ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams.toString());
      return HttpResponse.json({ items: searchParams.get('role') === 'Head' ? [] : [row], next: null });
    }),
  );
  const { user, container } = await renderPage(<List />, 'admin');
  expect(await screen.findByRole('link', { name: row.name })).toHaveAttribute('href', '/admin/accounts/a1');
  const line = within(screen.getByRole('row', { name: /Орлова/ }));
  expect(line.getByText('Вход закрыт на время')).toBeVisible();
  expect(line.getByText('Куратор — СОШ № 3; Член совета наставников — СОШ № 3')).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);

  await user.type(screen.getByRole('searchbox', { name: 'Имя, почта или организация' }), 'орлова');
  await waitFor(() => expect(asked).toContain('search=%D0%BE%D1%80%D0%BB%D0%BE%D0%B2%D0%B0'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Состояние' }), 'Blocked');
  await waitFor(() => expect(asked.at(-1)).toContain('state=Blocked'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Роль' }), 'Head');
  expect(await screen.findByText('Ничего не нашли')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Показать все' }));
  expect(await screen.findByRole('link', { name: row.name })).toBeVisible();
});

test('one account tells its roles of all times, its sessions and its invitations', async () => {
  const { container } = await showOne({}, true);
  expect(screen.getByRole('link', { name: 'Карточка сотрудника' })).toHaveAttribute('href', '/people/p1');
  expect(screen.getByRole('row', { name: /Редактор сайта/ })).toHaveTextContent(/была.*с 01.09.2025 по 31.05.2026/);
  expect(screen.getByRole('row', { name: /Firefox, Windows/ })).toHaveTextContent('паролем и кодом');
  expect(screen.getByRole('row', { name: /Директорова Вера/ })).toHaveTextContent(/использовано.*печатным листом/);
  expect(screen.getAllByRole('link', { name: 'Роли в организации: СОШ № 3' })[0]).toHaveAttribute('href', '/school/o1/settings');
  expect(await axeFaults(container)).toEqual([]);
});

test('an account is blocked with a reason after a question, and a refusal is told in the dialog', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/accounts/a1/block', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1 ? problem(409, { detail: 'Учётная запись заблокирована.' }) : new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await showOne();
  await user.click(screen.getByRole('button', { name: 'Заблокировать' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Заблокировать учётную запись?' }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Причина' }), 'Misuse');
  expect(await axeFaults(screen.getByRole('dialog'))).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Заблокировать' }));
  expect(await dialog.findByText('Учётная запись заблокирована.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Заблокировать' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent).toEqual([{ reason: 'Misuse' }, { reason: 'Misuse' }]);
});

test.each([
  ['EndSessions', 'Завершить все сеансы', 'sessions/end'],
  ['SendPasswordLink', 'Отправить ссылку для пароля', 'password-link'],
  ['ResetSecondFactor', 'Отключить второй шаг входа', 'second-factor/reset'],
  ['Unlock', 'Открыть вход', 'unlock'],
  ['Unblock', 'Разблокировать', 'unblock'],
] as const)('%s is asked about and sent', async (act, label, path) => {
  const sent: string[] = [];
  server.use(
    http.post(`*/api/v1/accounts/a1/${path}`, ({ request }) => {
      sent.push(request.method);
      return act === 'EndSessions' ? HttpResponse.json({ ended: 1 }) : new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await showOne({ acts: [act] });
  await user.click(screen.getByRole('button', { name: label }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: label }));
  await waitFor(() => expect(sent).toEqual(['POST']));
});

test('who reaches beyond the school is the administrator’s, and the page says why nothing can be done', async () => {
  await showOne({ acts: [], sessions: [], refusal: 'account.role-beyond' });
  expect(screen.getByText(/есть роль и в другом месте/)).toBeVisible();
  expect(screen.getByText('Видно тем, кто вправе завершить эти сеансы.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Заблокировать' })).not.toBeInTheDocument();
});

test('a blocked account says since when, by whom and why', async () => {
  await showOne({
    state: 'Blocked', acts: ['Unblock'],
    blocked: { at: '2026-11-29T08:00:00Z', by: 'Администратор', reason: 'Suspicion', byAdministrator: true },
  });
  expect(screen.getByText(/Администратор\. Причина: вошёл или мог войти посторонний/)).toBeVisible();
});
