import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { activeProgram, programItem } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { Queue } from './queue';

const items = [
  programItem({ id: 'p1', title: 'Первый год', status: 'Council' }),
  programItem({ id: 'p2', title: 'Новая должность', status: 'Council' }),
];

function Desk() {
  const [chosen, setChosen] = useState<string>();
  return (
    <main>
      <Queue organizationId="o" mayDecide chosen={chosen} onChoose={setChosen} />
    </main>
  );
}

async function open() {
  server.use(
    http.get('*/api/v1/programs', () => HttpResponse.json({ items, next: null })),
    http.get('*/api/v1/programs/:id', ({ params }) =>
      HttpResponse.json(
        activeProgram({
          id: String(params.id),
          title: items.find(({ id }) => id === params.id)?.title ?? '',
          status: 'Council',
          steps: ['CouncilApprove', 'CouncilReturn'],
        }),
      ),
    ),
    http.get('*/api/v1/dictionaries/:code', () => HttpResponse.json([])),
  );
  const view = await renderPage(<Desk />, 'councils');
  await screen.findByRole('article', { name: 'Первый год' });
  return view;
}

test('J and K walk through the programs', async () => {
  const { user, container } = await open();
  await user.keyboard('j');
  expect(await screen.findByRole('article', { name: 'Новая должность' })).toBeInTheDocument();
  await user.keyboard('k');
  expect(await screen.findByRole('article', { name: 'Первый год' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a program is returned with a reason', async () => {
  const sent: unknown[] = [];
  const { user } = await open();
  server.use(
    http.post('*/api/v1/programs/p1/decide-as-council', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  await user.keyboard('r');
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByRole('textbox'), 'Уточните цели');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, decision: 'Returned', comment: 'Уточните цели' }]));
  expect(await screen.findByRole('article', { name: 'Новая должность' })).toBeInTheDocument();
});

test('without programs the desk says when they come', async () => {
  server.use(
    http.get('*/api/v1/programs', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/dictionaries/:code', () => HttpResponse.json([])),
  );
  await renderPage(<Desk />, 'councils');
  expect(await screen.findByText('Программ на решении нет')).toBeInTheDocument();
});
