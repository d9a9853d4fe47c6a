import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Notification } from './api';
import { Bell } from './bell';
import { InboxPage, type InboxSearch } from './inbox-page';

const told = (change: Partial<Notification>): Notification => ({
  id: 'n1',
  kind: 'MeetingPlanned',
  topic: 'Meetings',
  title: 'Первый год учителя химии',
  about: 'Разбор урока',
  startsAt: '2026-11-25T11:00:00Z',
  path: '/programs/p1?tab=meetings',
  at: '2026-11-23T08:00:00Z',
  readAt: null,
  ...change,
});
const read = told({ id: 'n2', kind: 'ProgramActivated', topic: 'Programs', about: null, startsAt: null, path: '/programs/p1', readAt: '2026-11-23T09:00:00Z' });

async function open(items: Notification[], search: InboxSearch = {}) {
  const sent: unknown[] = [];
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/me/notifications/unread', () => HttpResponse.json({ unread: items.filter(({ readAt }) => !readAt).length })),
    http.get('*/api/v1/me/notifications', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items, next: null });
    }),
    http.put('*/api/v1/me/notifications/:id/read', async ({ request, params }) => {
      sent.push({ id: params['id'], ...((await request.json()) as object) });
      return HttpResponse.json({ id: params['id'], readAt: null });
    }),
    http.post('*/api/v1/me/notifications/read-all', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ marked: 1 });
    }),
  );
  const onSearch = vi.fn();
  const view = await renderPage(
    <main>
      <Bell />
      <InboxPage search={search} onSearch={onSearch} />
    </main>,
    'notifications',
  );
  return { sent, asked, onSearch, ...view };
}

test('tells what happened and leads there, reading it on the way', async () => {
  const { sent, user, router, container } = await open([told({}), read]);

  const list = within(await screen.findByRole('list', { name: 'Уведомления' }));
  const [first] = list.getAllByRole('listitem');
  expect(within(first!).getByText(/Первый год учителя химии · Разбор урока · 25/)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Уведомления: 1 непрочитанное' })).toHaveAttribute('href', '/notifications');
  expect(await axeFaults(container)).toEqual([]);

  await user.click(within(first!).getByRole('link', { name: /^Новое:\s*Назначена встреча$/ }));
  expect(sent).toEqual([{ id: 'n1', read: true }]);
  expect(router.state.location.pathname).toBe('/programs/p1');
});

test('marks one as unread again, and all as read up to the newest seen', async () => {
  const { sent, user } = await open([told({}), read]);

  await user.click(await screen.findByRole('button', { name: /^Отметить непрочитанным: Программа утверждена/ }));
  await user.click(screen.getByRole('button', { name: 'Отметить всё прочитанным' }));
  expect(sent).toEqual([{ id: 'n2', read: false }, { until: '2026-11-23T08:00:00Z' }]);
});

test('the address holds the filter, and an empty inbox says what will come', async () => {
  const { asked, onSearch, user } = await open([], { show: 'unread' });

  expect(await screen.findByText('Ничего не найдено')).toBeVisible();
  expect(asked).toEqual(['?unread=true']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Тема' }), 'Встречи');
  expect(onSearch).toHaveBeenCalledWith({ topic: 'Meetings' });
});
