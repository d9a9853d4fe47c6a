import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Delegation } from './api';
import { DelegationsPage } from './delegations-page';

const delegation: Delegation = {
  id: 'd',
  component: 'Monitoring',
  status: 'Proposed',
  otherId: 's',
  otherName: 'Методическая служба',
  startsOn: '2026-12-01',
  endsOn: '2027-06-01',
  basis: 'Приказ № 48',
  task: '',
  reason: null,
  rights: ['MonitoringSchool'],
  steps: ['Accept', 'Decline'],
  version: 1,
};
const PATH = '*/api/v1/organizations/o/delegations';

test('the taker reads what it gets and answers', async () => {
  const taken: unknown[] = [];
  server.use(
    http.get(PATH, () => HttpResponse.json({ given: [], taken: [delegation] })),
    http.post('*/api/v1/delegations/d/accept', async ({ request }) => {
      taken.push(await request.json());
      return HttpResponse.json({ status: 'Accepted', endsOn: '2027-06-01', version: 2 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <DelegationsPage organizationId="o" mayPropose />
    </main>,
    'delegations',
  );
  expect(await screen.findByText(/с 01\.12\.2026 по 31\.05\.2027/)).toBeInTheDocument();
  expect(screen.getByText('Организация ничего не передавала')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Принять' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Принять' }));
  await waitFor(() => expect(taken).toEqual([{ version: 1, reason: null }]));
});

test('a proposal points to what is missing', async () => {
  server.use(
    http.get(PATH, () => HttpResponse.json({ given: [], taken: [] })),
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [], next: null })),
  );
  const { user } = await renderPage(
    <main>
      <DelegationsPage organizationId="o" mayPropose />
    </main>,
    'delegations',
  );
  await user.click(await screen.findByRole('button', { name: 'Передать составляющую' }));
  await user.click(await screen.findByRole('button', { name: 'Предложить' }));
  expect(await screen.findByText('Исправьте 4 ошибки')).toBeInTheDocument();
});
