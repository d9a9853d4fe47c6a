import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Entitlement } from './api';
import { Entitlements } from './entitlements';

const supplement: Entitlement = {
  id: 'e',
  personId: 'p',
  name: 'Ефимов',
  kind: 'PaySupplement',
  sourceLevel: 'LocalAct',
  source: 'Положение об оплате труда, п. 4.2',
  startsOn: '2026-09-01',
  endsOn: null,
  amountKopecks: 500_000,
  paid: 'Monthly',
  note: '',
  endedReason: null,
  inForce: true,
  version: 1,
};

async function show(items: Entitlement[], mayManage = false) {
  server.use(http.get('*/organizations/o/entitlements', () => HttpResponse.json({ items, next: null })));
  return renderPage(
    <main>
      <Entitlements organizationId="o" personId="p" mayManage={mayManage} />
    </main>,
    'entitlements',
  );
}

test('a person sees what is due and from which document', async () => {
  const { container } = await show([supplement]);
  expect(await screen.findByText(/Доплата к зарплате: 5\s?000/)).toBeInTheDocument();
  expect(screen.getByText(/Положение об оплате труда, п. 4.2/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('the school ends a measure with a reason', async () => {
  const sent: { reason: string }[] = [];
  const { user } = await show([supplement], true);
  server.use(
    http.post('*/entitlements/e/end', async ({ request }) => {
      sent.push((await request.json()) as { reason: string });
      return HttpResponse.json({ id: 'e', endsOn: '2026-11-20', version: 2 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Прекратить' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Перевод');
  await user.click(within(dialog).getByRole('button', { name: 'Прекратить' }));
  await waitFor(() => expect(sent[0]?.reason).toBe('Перевод'));
});

test('nothing yet says the next step, and the document is asked for', async () => {
  const { user } = await show([], true);
  expect(await screen.findByText('Мер поддержки пока нет')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Добавить меру поддержки' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Документ');
});
