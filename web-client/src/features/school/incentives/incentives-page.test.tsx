import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { IncentivesPage } from './incentives-page';
import type { Incentive, IncentiveFunction } from './types';

const proposal: Incentive = {
  id: 'i1',
  personId: 'p1',
  personName: 'Орлов Пётр Ильич',
  kind: 'Material',
  function: 'Economic',
  incentive: 'Премия',
  grounds: 'Подготовил трёх новичков',
  amountKopecks: 1_500_000,
  status: 'Supported',
  decisionText: null,
  proposedByName: 'Ким А. П.',
  proposedAt: '2026-11-10T12:00:00Z',
  decidedAt: null,
  comment: null,
  version: 2,
  steps: ['Grant', 'Decline'],
};

async function open(items: Incentive[], shown?: IncentiveFunction) {
  server.use(
    http.get('*/council/incentives/functions', () =>
      HttpResponse.json([{ function: 'Economic', proposed: 2, granted: 1, grantedKopecks: 1_500_000 }]),
    ),
    http.get('*/council/incentives', () => HttpResponse.json({ items, next: null })),
  );
  const onShow = vi.fn();
  const view = await renderPage(
    <main>
      <IncentivesPage organizationId="o" mayPropose shown={shown} onShow={onShow} />
    </main>,
    'incentives',
  );
  await screen.findByRole('heading', { level: 1, name: 'Поощрения' });
  return { ...view, onShow };
}

test('the head reads what is asked and for what, and grants it after a second look', async () => {
  let sent: unknown;
  const { user, container } = await open([proposal]);
  server.use(
    http.post('*/council/incentives/i1/decide-as-head', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Granted', version: 3 });
    }),
  );
  expect(await screen.findByText(/Премия, 15.000,00.₽/)).toBeInTheDocument();
  expect(screen.getByText('Материальное · Экономическая · Ким А. П., 10.11.2026')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Назначить' }));
  const dialog = await screen.findByRole('dialog', { name: 'Назначить поощрение?' });
  await user.click(within(dialog).getByRole('button', { name: 'Назначить' }));
  await waitFor(() => expect(sent).toEqual({ version: 2, granted: true }));
});

test('sums stand by function, and a function narrows the list', async () => {
  const { user, onShow } = await open([proposal]);
  const row = await screen.findByRole('row', { name: /^Экономическая/ });
  expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['2', '1', expect.stringMatching(/15.000,00.₽/)]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Показать' }), 'Моральная');
  expect(onShow).toHaveBeenCalledWith('Moral');
});

test('where the chosen function has none, the way out is said', async () => {
  await open([], 'Moral');
  expect(await screen.findByText('Таких поощрений нет')).toBeInTheDocument();
});
