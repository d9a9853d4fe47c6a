import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import type { Act, CoDrafting } from './api';
import { CoDraftingPanel } from './co-drafting';
import { SuggestDialog } from './drafting-dialogs';

const act = { id: 'a1', status: 'Draft', version: 3 } as Act;
const drafting = (change: Partial<CoDrafting>): CoDrafting => ({
  actId: 'a1',
  edition: 1,
  actVersion: 3,
  drafting: {
    id: 'd1',
    status: 'Open',
    question: 'Как лучше?',
    closesOn: '2026-12-10',
    openedAt: '2026-11-20T08:00:00Z',
    openedByName: 'Орлова А. П.',
    closedAt: null,
    version: 1,
  },
  suggestions: [],
  passages: ['# Условия', '1. Доплата'],
  votes: [],
  mayOpen: false,
  mayClose: false,
  maySuggest: false,
  mayIncorporate: false,
  ...change,
});
const answers = (body: CoDrafting) => server.use(http.get('*/api/v1/acts/a1/co-drafting', () => HttpResponse.json(body)));
const suggestion: CoDrafting['suggestions'][number] = {
  id: 's1',
  edition: 1,
  kind: 'Wording',
  status: 'Proposed',
  passage: '1. Доплата',
  wording: '1. Доплата 5 000 рублей',
  reason: 'Не указана сумма',
  side: 'Union',
  authorName: 'Петров П. П.',
  madeAt: '2026-11-21T08:00:00Z',
  answer: null,
  answeredByName: null,
  answeredAt: null,
  inEdition: null,
  version: 1,
  steps: ['Accept', 'Decline'],
};

test('a draft that was never opened says what comes next', async () => {
  answers(drafting({ drafting: null, mayOpen: true }));
  const { container } = await renderUi(<main><CoDraftingPanel act={act} /></main>, 'local-acts');
  expect(await screen.findByRole('button', { name: 'Открыть для предложений' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('the author accepts a suggestion with an answer', async () => {
  answers(drafting({ suggestions: [suggestion] }));
  let sent: unknown;
  server.use(
    http.post('*/api/v1/act-suggestions/s1/answer', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 's1', status: 'Accepted', version: 2 });
    }),
  );
  const { user } = await renderUi(<main><h1>Документ</h1><CoDraftingPanel act={act} /></main>, 'local-acts');
  await user.click(await screen.findByRole('button', { name: 'Принять' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Принять' }));
  expect(sent).toBeUndefined();
  await user.type(within(dialog).getByRole('textbox'), 'Согласны');
  await user.click(within(dialog).getByRole('button', { name: 'Принять' }));
  await expect.poll(() => sent).toEqual({ version: 1, accepted: true, answer: 'Согласны' });
});

test('a member chooses a line and says what it should be', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/acts/a1/suggestions', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 's1', status: 'Proposed', version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderUi(<SuggestDialog drafting={drafting({ maySuggest: true })} onClose={() => undefined} />, 'local-acts');
  await user.selectOptions(await screen.findByLabelText(/К какой строке/), '1. Доплата');
  await user.type(screen.getByLabelText(/Как должно быть/), '1. Доплата 5 000 рублей');
  await user.type(screen.getByLabelText(/Почему/), 'Не указана сумма');
  await user.click(screen.getByRole('button', { name: 'Внести предложение' }));
  await expect.poll(() => sent).toEqual({ edition: 1, kind: 'Wording', passage: '1. Доплата', wording: '1. Доплата 5 000 рублей', reason: 'Не указана сумма' });
});
