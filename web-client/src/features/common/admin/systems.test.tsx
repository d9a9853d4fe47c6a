import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { Audit } from './audit';
import { Systems } from './systems';

const system = {
  clientId: 'system-1',
  name: 'Кадры школы',
  signs: false,
  organizationId: 'o1',
  organizationName: 'Школа № 12',
  territoryCode: null,
  territoryName: null,
  startedOn: '2026-09-01',
};

const show = () => {
  server.use(
    http.get('*/api/v1/clients', () => HttpResponse.json([system])),
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [], next: null })),
  );
  return renderPage(<><Systems /><Audit /></>, 'admin');
};

test('a system is connected for a region, and its secret is shown once', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/clients', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ clientId: 'system-2', secret: 'очень-тайно' }, { status: 201 });
    }),
  );
  const { user, container } = await show();
  await user.click(await screen.findByRole('button', { name: 'Подключить систему' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Название/), 'Система региона');
  await user.click(dialog.getByRole('button', { name: 'Подключить систему' }));
  expect(await dialog.findByRole('link', { name: 'Выберите регион или организацию' })).toBeVisible();
  await user.selectOptions(dialog.getByLabelText(/^Регион/), 'RU-TVE');
  await user.click(dialog.getByRole('button', { name: 'Подключить систему' }));

  expect(await screen.findByText('очень-тайно')).toBeInTheDocument();
  expect(sent).toEqual([{ name: 'Система региона', regionCode: 'RU-TVE' }]);
  expect(await axeFaults(container)).toEqual([]);
});

test('a system is disconnected after a question', async () => {
  const gone = vi.fn();
  server.use(
    http.delete('*/api/v1/clients/system-1', () => {
      gone();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Отключить: Кадры школы' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Отключить систему?' }));
  await user.click(dialog.getByRole('button', { name: 'Отключить' }));
  await vi.waitFor(() => expect(gone).toHaveBeenCalled());
});

test.each([
  [0, /Журнал цел: записей — 1\s?200, организаций — 3/],
  [2, /Журнал повреждён, мест — 2/],
])('the audit trail is checked by hand: %i faults', async (faults, said) => {
  server.use(http.get('*/api/v1/audit/verify', () => HttpResponse.json({ organizations: 3, entries: 1200, faults, broken: [] })));
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Проверить журнал' }));
  expect(await screen.findByText(said)).toBeVisible();
});
