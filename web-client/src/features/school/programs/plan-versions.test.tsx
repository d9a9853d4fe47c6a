import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { activeProgram, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { PlanVersion } from './plan-api';
import { PlanVersions } from './plan-versions';
import type { Program } from './types';

beforeEach(() => server.use(...references));

const proposed = (change: Partial<PlanVersion>): PlanVersion => ({
  number: 2,
  kind: 'Replacement',
  status: 'Proposed',
  reason: 'Снова работает',
  declineReason: null,
  leavingName: null,
  incomingName: 'Новичкова Анна Петровна',
  authorName: 'Куратор',
  createdAt: '2026-11-28T08:00:00Z',
  decidedAt: null,
  signatures: [],
  missing: ['Новичкова Анна Петровна'],
  maySign: true,
  mayDecline: false,
  mayWithdraw: false,
  ...change,
});

async function show(program: Program, versions: PlanVersion[] = []) {
  server.use(
    http.get('*/programs/*/plan-versions', () => HttpResponse.json(versions)),
    http.get('*/programs/*/plan-versions/*', () => HttpResponse.json({ changes: [], people: [] })),
  );
  return await renderPage(<PlanVersions program={program} />, 'programs');
}

const left = () =>
  activeProgram({
    actions: ['ReplaceMentor'],
    participants: activeProgram().participants.map((one) => (one.role === 'Mentee' ? { ...one, leftOn: '2026-11-20' } : one)),
  });

test('whoever has left is proposed to come back, in nobody else’s place', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/programs/*/replace-mentor', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ number: 2, status: 'Proposed', version: 5 });
    }),
  );
  const program = left();
  const mentee = program.participants.find(({ role }) => role === 'Mentee')!;
  const { user } = await show(program);
  await user.click(await screen.findByRole('button', { name: 'Вернуть выбывшего участника' }));
  const dialog = await screen.findByRole('dialog', { name: 'Вернуть выбывшего участника' });
  await user.type(within(dialog).getByLabelText(/^Причина изменения/), 'Снова работает');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Предложить' }));
  await vi.waitFor(() =>
    expect(sent).toEqual([
      { version: program.version, leavingId: mentee.personId, incomingId: mentee.personId, reason: 'Снова работает' },
    ]),
  );
});

test('nobody is offered to come back where nobody has left', async () => {
  await show(activeProgram({ actions: ['ReplaceMentor'] }));
  expect(await screen.findByRole('button', { name: 'Заменить наставника' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Вернуть выбывшего участника' })).not.toBeInTheDocument();
});

test('a return is called a return, and a replacement one', async () => {
  const { user } = await show(left(), [
    proposed({}),
    proposed({ number: 1, status: 'Declined', leavingName: 'Прежняя', incomingName: 'Сменщикова', maySign: false, missing: [] }),
  ]);
  expect(await screen.findByText('Версия 2: возвращение участника')).toBeVisible();
  expect(screen.getByText('Возвращается: Новичкова Анна Петровна')).toBeVisible();
  expect(screen.getByText('Версия 1: замена наставника')).toBeVisible();
  expect(screen.getByText('Наставник: Прежняя → Сменщикова')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Подписать/ }));
  expect(await screen.findByText(/согласие на возвращение участника/)).toBeVisible();
});
