import { Suspense } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { CasePage } from './case-page';
import { CasesPage } from './cases-page';
import type { Case } from './types';

const complaint: Case = {
  id: 'c1',
  organizationId: 'o',
  organizationName: 'Школа № 12',
  kind: 'Complaint',
  about: 'Mentor',
  status: 'Hearing',
  subject: 'Встречи переносятся',
  statement: 'Три переноса за месяц',
  wish: 'Постоянный день',
  complainantName: 'Ефимов А. Д.',
  arbiters: ['Орлов П. И.'],
  decision: null,
  measures: null,
  openedAt: '2026-11-01T08:00:00Z',
  decidedAt: null,
  closedAt: null,
  appealUntil: null,
  own: false,
  arbiter: true,
  maySpeak: true,
  version: 3,
  entries: [{ id: 'e1', kind: 'Opened', authorName: 'Ефимов А. Д.', byComplainant: true, text: '', at: '2026-11-01T08:00:00Z' }],
  steps: ['Settle', 'Decide'],
};

const show = (page: React.ReactElement) => renderPage(<main><Suspense>{page}</Suspense></main>, 'arbitration');

test('an arbiter decides with grounds and measures', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/cases/c1', () => HttpResponse.json(complaint)),
    http.post('*/api/v1/cases/c1/decide', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  const { user, container } = await show(<CasePage caseId="c1" />);
  await user.click(await screen.findByRole('button', { name: 'Вынести решение' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Вынести решение' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: /основания/ }), 'Четверг');
  await user.click(within(dialog).getByRole('button', { name: 'Вынести решение' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, decision: 'Четверг' }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('whoever works where there is a council turns to it', async () => {
  server.use(
    http.get('*/api/v1/cases', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/cases/places', () => HttpResponse.json([{ id: 'o', name: 'Школа № 12', members: 3 }])),
  );
  const { user } = await show(<CasesPage />);
  await user.click((await screen.findAllByRole('button', { name: 'Обратиться в совет' }))[0]!);
  expect(await screen.findByText(/Куратор и руководитель его не видят/)).toBeInTheDocument();
});

test('without a council the page says where else to turn', async () => {
  server.use(
    http.get('*/api/v1/cases', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/cases/places', () => HttpResponse.json([{ id: 'o', name: 'Школа № 12', members: 0 }])),
  );
  await show(<CasesPage />);
  expect(await screen.findByText(/ещё нет совета/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Обратиться в совет' })).not.toBeInTheDocument();
});
