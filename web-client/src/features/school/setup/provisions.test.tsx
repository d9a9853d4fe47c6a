import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import type { Provision } from './api';
import { Provisions } from './provisions';

const provision = (change: Partial<Provision>): Provision => ({
  id: 'p1',
  kind: 'Methodical',
  condition: 'Methodical',
  outcomes: ['Growth', 'Retention'],
  title: 'Методический кабинет',
  status: 'Planned',
  responsibleId: null,
  responsibleName: null,
  dueOn: '2026-10-01',
  overdue: true,
  providedOn: null,
  basis: null,
  note: null,
  version: 2,
  steps: ['Start', 'Provide', 'Withdraw'],
  ...change,
});

const given = (items: Provision[]) =>
  server.use(http.get('*/api/v1/organizations/o1/setup/provisions', () => HttpResponse.json(items)));

test('what is overdue says so, and is marked as provided with the version that was read', async () => {
  let sent: unknown;
  given([provision({})]);
  server.use(
    http.post('*/api/v1/provisions/p1/move', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Provided', version: 3 });
    }),
  );
  const { user, container } = await renderUi(<main><h1>Обеспечение</h1><Provisions organizationId="o1" mayWrite /></main>, 'setup');

  const part = await screen.findByRole('region', { name: 'Учебно-методическое' });
  expect(part).toHaveTextContent('Срок прошёл');
  expect(part).toHaveTextContent('Учебно-методическое условие → непрерывный рост, закрепление в профессии');
  expect(await axeFaults(container)).toEqual([]);
  await user.click(within(part).getByRole('button', { name: 'Отметить обеспеченным: Методический кабинет' }));
  await vi.waitFor(() => expect(sent).toEqual({ version: 2, step: 'Provide' }));
});

test('an empty list says the next step, and who may only read is offered none', async () => {
  given([]);
  await renderUi(<Provisions organizationId="o1" mayWrite={false} />, 'setup');
  expect(await screen.findByText('Записей об обеспечении нет')).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
