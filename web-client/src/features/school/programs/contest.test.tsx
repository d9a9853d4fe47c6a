import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { activeProgram, consent, me, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { ProgramPage } from './program-page';
import type { Program } from './types';

beforeEach(() => server.use(...references));

async function show(program: Program, personId?: string) {
  server.use(http.get(`*/api/v1/programs/${program.id}`, () => HttpResponse.json(program)));
  const reader = personId ? { ...me(), personId } : me();
  const view = await renderPage(<ProgramPage programId={program.id} me={reader} tab="program" onTab={vi.fn()} meetings={() => null} />, 'programs');
  await screen.findByRole('heading', { level: 1, name: program.title });
  return view;
}

test('the person says that somebody else signed', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/consents/c1/contest', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Paused', version: 5, noticeUntil: null });
    }),
  );
  const given = consent();
  const { user } = await show(activeProgram({ consents: [given], actions: ['ContestConsent'] }), given.personId);
  await user.click(screen.getByRole('button', { name: 'Я не давал этого согласия' }));
  const dialog = await screen.findByRole('dialog', { name: 'Оспорить согласие?' });
  await user.type(within(dialog).getByLabelText(/^Как это было/), 'Была в отпуске');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Оспорить' }));
  await vi.waitFor(() => expect(sent).toEqual([{ words: 'Была в отпуске' }]));
});

test('whoever may settles it, seeing how the person was identified', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/consents/c1/settle', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'EndedEarly', version: 6, noticeUntil: null });
    }),
  );
  const contested = consent({
    status: 'Contested',
    identifiedBy: 'Password',
    identifiedAt: '2026-08-27T07:59:00Z',
    delivery: 'Sheet',
    invitedByName: 'Директорова А. П.',
    handedOverByName: 'Кураторова А. П.',
    document: 'Passport',
    contestedAt: '2026-09-01T08:00:00Z',
    contestWords: 'Была в отпуске',
  });
  const { user } = await show(activeProgram({ status: 'Paused', consents: [contested], actions: ['SettleConsent'] }));
  expect(screen.getByRole('note')).toHaveTextContent('«Была в отпуске»');
  await user.click(screen.getByRole('button', { name: 'Решить спор' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('пригласил(а) Директорова А. П., вручил(а) Кураторова А. П., паспорт предъявлен');
  await user.selectOptions(within(dialog).getByLabelText('Решение'), 'Согласие дал не он');
  await user.type(within(dialog).getByLabelText(/^На чём основано/), 'Вход с чужого устройства');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Решить спор' }));
  await vi.waitFor(() => expect(sent).toEqual([{ outcome: 'Annulled', reason: 'Вход с чужого устройства' }]));
});

test('a consent from before says that nothing was recorded, on the page and in print', async () => {
  const { container } = await show(activeProgram({ consents: [consent()] }));
  expect(screen.getAllByText('Кто подписал, проверено: не записано').length).toBeGreaterThan(0);
  expect(container.querySelector('article')).toHaveTextContent('не записано');
});
