import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { PublicEvent } from './api';
import { EventsPage } from './events-page';

const event: PublicEvent = {
  id: 'e',
  kind: 'RoundTable',
  audience: 'Teachers',
  title: 'Первый год в школе',
  startsAt: '2020-11-10T12:00:00Z',
  durationMinutes: 90,
  place: 'Актовый зал',
  link: null,
  responsibleId: 'p',
  responsibleName: 'Ефимов',
  programme: 'Короткие выступления',
  status: 'Planned',
  cameStaff: null,
  cameGuests: null,
  result: null,
  entryId: null,
  sitePostId: null,
  version: 2,
  personIds: [],
};

async function show(items: PublicEvent[], mayManage = true) {
  server.use(
    http.get('*/organizations/o/events', () => HttpResponse.json({ items, next: null })),
    http.get('*/organizations/o/coordination', () => HttpResponse.json({ items: [], next: null })),
  );
  return renderPage(
    <main>
      <EventsPage organizationId="o" mayManage={mayManage} maySite={mayManage} search={{}} onSearch={vi.fn()} />
    </main>,
    'events',
  );
}

test('an event that has begun is marked as held with numbers and a result', async () => {
  const sent: unknown[] = [];
  const { container, user } = await show([event]);
  server.use(
    http.post('*/events/e/hold', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'e', status: 'Held', version: 3 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Отметить проведённым: Первый год в школе' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Пришли из школы/ }), '12');
  await user.type(within(dialog).getByRole('textbox', { name: /Пришли гости/ }), '7');
  await user.type(within(dialog).getByRole('textbox', { name: /Что получилось/ }), 'Хорошо');
  await user.click(within(dialog).getByRole('button', { name: 'Отметить проведённым' }));
  await waitFor(() => expect(sent).toEqual([{ version: 2, cameStaff: 12, cameGuests: 7, result: 'Хорошо', entryId: null }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('who may only read sees no steps', async () => {
  await show([event], false);
  expect(await screen.findByText('Первый год в школе')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Первый год/ })).not.toBeInTheDocument();
});

test('an empty list says the next step', async () => {
  await show([]);
  expect(await screen.findByText('Событий пока нет')).toBeInTheDocument();
});
