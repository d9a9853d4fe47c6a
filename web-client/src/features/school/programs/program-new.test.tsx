import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { organizationId, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ProgramEditor } from './program-editor';
import { departures, dueDay } from './working-days';

const pair = { mentor: { id: 'm1', name: 'Орлова Вера Сергеевна' }, mentee: { id: 'm2', name: 'Белов Иван Кириллович' } };
const template = {
  id: 't1',
  title: 'Первый год',
  purposeCode: '',
  goals: [{ areaCode: 'methods', difficulty: 'Не укладывается в урок', goal: 'Укладывается', measure: null }],
  activities: [{ activity: 'Открытый урок', dueAfterDays: 5, responsible: 'Mentor', expectedResult: 'Разбор урока' }],
};
const save = 'Сохранить черновик';

beforeEach(() =>
  server.use(
    http.get('*/api/v1/roadmap-templates', () => HttpResponse.json([template])),
    http.get('*/api/v1/calendar-days', ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('year') === '2026'
          ? [{ day: '2026-11-04', isWorking: false, name: 'День народного единства', source: 'ТК РФ' }]
          : [],
      ),
    ),
    ...references,
  ),
);

async function draft(answer: () => Response = () => HttpResponse.json({ id: 'p1', version: 1 }, { status: 201 })) {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.post('*/api/v1/programs', async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      return answer() as never;
    }),
  );
  const onSaved = vi.fn();
  const view = await renderPage(<ProgramEditor organizationId={organizationId} pair={pair} onSaved={onSaved} />, 'programs');
  const title = await screen.findByRole('textbox', { name: 'Название' });
  return { sent, onSaved, title, ...view };
}

test('a draft is saved with a title, the usual term and people alone', async () => {
  const { user, title, sent, onSaved } = await draft();
  await user.type(title, 'Первый год учителя');
  await user.click(screen.getByRole('button', { name: save }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledWith('p1'));
  expect(sent[0]).toMatchObject({ title: 'Первый год учителя', formCode: '', kindCode: '', purposeCode: '', content: '', goals: [], activities: [] });
  expect(sent[0]?.['participants']).toEqual([{ personId: 'm1', role: 'Mentor' }, { personId: 'm2', role: 'Mentee' }]);
  expect(String(sent[0]?.['startsOn']) < String(sent[0]?.['endsOn'])).toBe(true);
});

test('a row that was begun is finished first, and its number is said', async () => {
  const { user, title, sent } = await draft();
  await user.type(title, 'Первый год учителя');
  await user.type(screen.getByRole('textbox', { name: 'Затруднение' }), 'Не укладывается в урок');
  await user.type(screen.getByLabelText('Мероприятие 1'), 'Открытый урок');
  await user.click(screen.getByRole('button', { name: save }));

  const summary = within(await screen.findByRole('alert'));
  expect(summary.getByRole('link', { name: 'Цель 1: заполните поле «Цель»' })).toBeVisible();
  expect(summary.getByRole('link', { name: 'Заполните поле «Срок мероприятия 1»' })).toBeVisible();
  expect(sent).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Цель' }), 'Укладывается');
  expect(summary.queryByRole('link', { name: 'Цель 1: заполните поле «Цель»' })).not.toBeInTheDocument();
});

test('what the server says of a row names the row', async () => {
  const { user, title } = await draft(() => problem(400, { errors: { '/activities/0/dueOn': ['Срок мероприятия выходит за пределы срока программы.'] } }));
  await user.type(title, 'Первый год учителя');
  await user.click(screen.getByRole('button', { name: save }));
  expect(await screen.findByRole('link', { name: 'Строка 1: Срок мероприятия выходит за пределы срока программы.' })).toBeVisible();
});

test('terms of a template are working days, follow the start, and a second filling asks', async () => {
  const { user, sent, title } = await draft();
  const start = async (day: string) => {
    const field = screen.getByRole('textbox', { name: 'Начало' });
    await user.clear(field);
    await user.type(field, day);
    await user.tab();
  };
  await start('01.09.2026');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Взять из шаблона' }), 't1');
  await user.click(screen.getByRole('button', { name: 'Заполнить' }));
  // The sixth of September is a Sunday.
  await vi.waitFor(() => expect(screen.getByLabelText('Срок мероприятия 1')).toHaveValue('07.09.2026'));

  await start('30.10.2026');
  await vi.waitFor(() => expect(screen.getByLabelText('Срок мероприятия 1')).toHaveValue('05.11.2026'));

  await user.click(screen.getByRole('button', { name: 'Заполнить' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Заменить цели и дорожную карту?' }));
  await user.click(dialog.getByRole('button', { name: 'Отмена' }));
  expect(screen.getByLabelText('Мероприятие 1')).toHaveValue('Открытый урок');

  await user.type(title, 'Первый год учителя');
  await user.click(screen.getByRole('button', { name: save }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.['activities']).toEqual([{ activity: 'Открытый урок', dueOn: '2026-11-05', responsible: 'Mentor', expectedResult: 'Разбор урока' }]);
});

test.each([
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-11-01', 3, '2026-11-05'],
  ['2026-11-06', 1, '2026-11-09'],
  ['2027-02-19', 1, '2027-02-20'],
])('%s and %i days is due on %s', (first, after, due) => {
  const known = new Map([['2026-11-04', false], ['2027-02-20', true]]);
  expect(dueDay(first, after, known)).toBe(due);
});

test('the days off of every year that a term reaches are asked for', async () => {
  const { queryClient } = await draft();
  const known = await departures(queryClient, '2026-10-01', 120);
  expect([...known]).toEqual([['2026-11-04', false]]);
});
