import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { components } from '@/shared/api/schema';
import { axeFaults } from '@/testing/axe';
import { activeProgram, me, people, programToConsent, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ProgramPage } from './program-page';
import type { ProgramTab } from './search';

type Program = components['schemas']['GetProgramResult'];

beforeEach(() => server.use(...references));

async function show(program: Program, tab: ProgramTab = 'program') {
  server.use(http.get(`*/api/v1/programs/${program.id}`, () => HttpResponse.json(program)));
  const page = <ProgramPage programId={program.id} me={me()} tab={tab} onTab={vi.fn()} meetings={() => null} />;
  const view = await renderPage(page, 'programs');
  await screen.findByRole('heading', { level: 1, name: program.title });
  return view;
}

test('shows the road, the terms, the people and only the acts that the server permits', async () => {
  const { container, user } = await show(activeProgram());

  expect(screen.getByText('Реализация').closest('li')).toHaveAttribute('aria-current', 'step');
  expect(screen.getAllByText(/45.000,00.₽ за весь срок/)).not.toHaveLength(0);
  expect(screen.queryByRole('button', { name: 'Завершить' })).not.toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Другие действия' }));
  expect(screen.getByRole('menuitem', { name: 'Приостановить' })).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
});

test('says who has left and what to decide, until somebody else takes that side', async () => {
  const program = activeProgram();
  const left = program.participants.map((one) => (one.role === 'Mentor' ? { ...one, leftOn: '2026-11-20' } : one));
  await show({ ...program, participants: left });

  const notice = screen.getByText(/^Участник выбыл: /).closest('[role="note"]');
  expect(notice).toHaveTextContent('по 19.11.2026');
  expect(notice).toHaveTextContent('заменить наставника, приостановить программу или завершить её досрочно');
});

test('the consent of who left went with them: the terms have not changed', async () => {
  const program = activeProgram();
  const mentor = program.participants.find(({ role }) => role === 'Mentor')!;
  await show({
    ...program,
    participants: program.participants.map((one) => (one === mentor ? { ...one, leftOn: '2026-11-20' } : one)),
    consents: programToConsent().consents.map((one) => ({ ...one, personId: mentor.personId, status: 'Superseded' as const })),
  });

  expect(screen.getByText('Выбытие 19.11.2026')).toBeVisible();
  expect(screen.queryByText(/Условия изменились/)).not.toBeInTheDocument();
});

test.each([
  ['Mentee', {}, 'приостановить программу или завершить её досрочно', 'заменить'],
  ['Mentor', { steps: [] }, 'решит куратор', 'Решите'],
  ['Mentor', { proposedPlanVersion: 2 }, 'ждёт подписей', 'Решите'],
] as const)('asks of a %s who left only what the reader can do: %o', async (role, change, said, unsaid) => {
  const program = activeProgram();
  const left = program.participants.map((one) => (one.role === role ? { ...one, leftOn: '2026-11-20' } : one));
  await show({ ...program, ...change, steps: 'steps' in change ? [] : program.steps, participants: left });

  const notice = screen.getByText(/^Участник выбыл: /).closest('[role="note"]');
  expect(notice).toHaveTextContent(said);
  expect(notice).not.toHaveTextContent(unsaid);
});

test('warns before it is refused that the pair or the mentor is taken', async () => {
  await show(activeProgram({ status: 'Draft', activatedAt: null, warnings: ['PairRuns', 'MentorFull'] }));

  expect(screen.getByText('Сроки пересекаются с действующей программой этой пары')).toBeVisible();
  expect(screen.getByText('У наставника нет свободных мест')).toBeVisible();
});

test('consent names the version and the hash of the terms that were shown', async () => {
  let sent: unknown;
  const program = programToConsent();
  server.use(
    http.post('*/consents/decide', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Council', version: 4 });
    }),
  );
  const { user } = await show(program);
  const panel = screen.getByRole('region', { name: 'От вас ждут согласия' });
  expect(panel).toHaveTextContent('Помощь в планировании уроков');
  expect(panel).toHaveTextContent('не позднее чем за три рабочих дня');

  await user.click(within(panel).getByRole('button', { name: 'Дать согласие' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Дать согласие' }));
  await vi.waitFor(() => expect(sent).toEqual({ given: true, termsVersion: 1, termsHash: 'a'.repeat(64) }));
});

test('a last day counted through a year without its decree is said to be provisional', async () => {
  await show(activeProgram({ noticeUntil: '2028-01-10', noticeIsProvisional: true }));
  expect(screen.getByText(/постановления о выходных днях на 2028 год ещё нет/)).toBeVisible();
});

test('a refusal asks for no reason', async () => {
  let sent: unknown;
  server.use(
    http.post('*/consents/decide', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Draft', version: 4 });
    }),
  );
  const { user } = await show(programToConsent());

  await user.click(screen.getByRole('button', { name: 'Отказаться' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Отказаться' }));
  await vi.waitFor(() => expect(sent).toMatchObject({ given: false }));
});

test('a return needs a comment, and keeps it when somebody else was faster', async () => {
  server.use(http.post('*/decide-as-council', () => problem(412)));
  const program = activeProgram({ status: 'Council', activatedAt: null, steps: ['CouncilApprove', 'CouncilReturn'] });
  const { user } = await show(program);

  await user.click(screen.getByRole('button', { name: 'Вернуть с замечанием' }));
  const dialog = await screen.findByRole('dialog', { name: 'Вернуть программу с замечанием?' });
  const confirm = within(dialog).getByRole('button', { name: 'Вернуть с замечанием' });
  await user.click(confirm);
  expect(within(dialog).getByText('Укажите причину')).toBeVisible();

  await user.type(within(dialog).getByLabelText(/Причина/), 'Нет показателя');
  await user.click(confirm);
  await user.click(await screen.findByRole('button', { name: 'Вернуться к моему тексту' }));
  expect(within(dialog).getByLabelText(/Причина/)).toHaveValue('Нет показателя');
});

test('an activity is ticked at once and can be taken back', async () => {
  const calls: string[] = [];
  server.use(
    http.put('*/activities/a2/done', () => {
      calls.push('done');
      return HttpResponse.json({ activityId: 'a2', doneOn: '2026-11-23', version: 2 });
    }),
    http.delete('*/activities/a2/done', () => {
      calls.push('reopened');
      return HttpResponse.json({ activityId: 'a2', doneOn: null, version: 3 });
    }),
  );
  const { user } = await show(activeProgram());

  await user.click(screen.getByRole('checkbox', { name: 'Открытый урок' }));
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  await vi.waitFor(() => expect(calls).toEqual(['done', 'reopened']));
});

test('a tick that the server refuses disappears', async () => {
  server.use(http.put('*/activities/a2/done', () => problem(409, { detail: 'Программа приостановлена.' })));
  const { user } = await show(activeProgram());
  const box = screen.getByRole('checkbox', { name: 'Открытый урок' });

  await user.click(box);
  await vi.waitFor(() => expect(box).not.toBeChecked());
});

test('an evaluation needs every answer, then is sent with the measured results', async () => {
  let sent: unknown;
  server.use(
    http.put('*/evaluation', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Active', version: 4 });
    }),
  );
  const { user, container } = await show(activeProgram(), 'evaluation');

  await user.click(await screen.findByRole('button', { name: 'Сохранить оценку' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Исправьте 4 ошибки');
  expect(await axeFaults(container)).toEqual([]);

  for (const group of screen.getAllByRole('radiogroup')) await user.click(within(group).getByRole('radio', { name: '4' }));
  await user.type(screen.getByLabelText(/Показатель после/), '75,5');
  await user.type(screen.getByLabelText(/Вывод/), 'Получилось');
  await user.click(screen.getByRole('button', { name: 'Сохранить оценку' }));

  await vi.waitFor(() =>
    expect(sent).toEqual({
      ...{ goalsReached: 4, usefulness: 4, atmosphere: 4, summary: 'Получилось' },
      goals: [{ goalId: 'g1', measureAfter: 75.5 }],
    }),
  );
});

test('prints the paper that the school files, with the five columns of the roadmap', async () => {
  const { container } = await show(activeProgram());
  const paper = container.querySelector('article') as HTMLElement;

  const header = [...paper.querySelectorAll('table')].at(-2)?.querySelectorAll('thead th');
  expect([...(header ?? [])].map((cell) => cell.textContent)).toEqual([
    ...['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'],
  ]);
  expect(paper).toHaveTextContent(people.mentee.name);
});
