import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { activeProgram, organizationId, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { programs } from './api';
import { ProgramEditor } from './program-editor';

const draft = activeProgram({ status: 'Draft', steps: ['Submit'], actions: ['Revise'] });
const revise = '*/api/v1/programs/:id';
const save = 'Сохранить черновик';

beforeEach(() => server.use(...references));

async function edit() {
  const onSaved = vi.fn();
  const editor = <ProgramEditor organizationId={organizationId} program={draft} onSaved={onSaved} />;
  const view = await renderPage(editor, 'programs');
  const title = await screen.findByRole('textbox', { name: 'Название' });
  return { onSaved, title, ...view };
}

test('an empty form leads to each field that lacks something', async () => {
  const { user, container } = await renderPage(
    <ProgramEditor organizationId={organizationId} onSaved={vi.fn()} />,
    'programs',
  );
  await user.click(await screen.findByRole('button', { name: save }));

  expect(await screen.findByRole('alert')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Заполните поле «Название»' }));
  expect(screen.getByRole('textbox', { name: 'Название' })).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Выберите, кто будет в роли «Наставник»' })).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
});

test('sends the whole plan with the version that was read, money in kopecks', async () => {
  let sent: unknown;
  server.use(
    http.put(revise, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Draft', version: 4 });
    }),
  );
  const { user, title, onSaved } = await edit();
  const pay = screen.getByRole('textbox', { name: 'Доплата наставнику за весь срок' });

  await user.clear(title);
  await user.type(title, 'Новое название');
  await user.clear(pay);
  await user.type(pay, '1 250,50');
  expect(screen.getByText('Есть несохранённые изменения')).toBeVisible();
  await user.click(screen.getByRole('button', { name: save }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledWith(draft.id));
  expect(sent).toMatchObject({ title: 'Новое название', payKopecks: 125_050, version: 3 });
});

test('what the server refuses stands at its field', async () => {
  const errors = { '/activities/1/dueOn': ['Мероприятие вне срока.'], '/goals/0/areaCode': ['Области нет.'] };
  server.use(http.put(revise, () => problem(400, { errors })));
  const { user, title } = await edit();

  await user.type(title, '!');
  await user.click(screen.getByRole('button', { name: save }));

  await user.click(await screen.findByRole('link', { name: 'Строка 2: Мероприятие вне срока.' }));
  expect(screen.getByLabelText('Срок мероприятия 2')).toHaveFocus();
  expect(screen.getByLabelText(/Область компетенций/)).toHaveAccessibleDescription('Области нет.');
});

test('somebody was faster: the text stays, and is sent again with the newer version', async () => {
  const versions: number[] = [];
  server.use(
    http.get(revise, () => HttpResponse.json({ ...draft, version: 9 })),
    http.put(revise, async ({ request }) => {
      const { version } = (await request.json()) as { version: number };
      versions.push(version);
      return version === 9 ? HttpResponse.json({ status: 'Draft', version: 10 }) : problem(412);
    }),
  );
  const { user, title, onSaved } = await edit();

  await user.type(title, ' и биологии');
  await user.click(screen.getByRole('button', { name: save }));
  await user.click(await screen.findByRole('button', { name: 'Вернуться к моему тексту' }));
  expect(title).toHaveValue('Первый год учителя химии и биологии');

  await user.click(screen.getByRole('button', { name: save }));
  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(versions).toEqual([3, 9]);
});

test('a version that came while the text was written is not written over unasked', async () => {
  let sent: unknown;
  server.use(
    http.get(revise, () => HttpResponse.json({ ...draft, version: 7 })),
    http.put(revise, async ({ request }) => {
      sent = await request.json();
      return problem(412);
    }),
  );
  const { user, title, queryClient } = await edit();
  await user.type(title, ' и биологии');
  queryClient.setQueryData(programs.detail(draft.id).queryKey, { ...draft, version: 7 });
  await user.click(screen.getByRole('button', { name: save }));

  expect(await screen.findByRole('button', { name: 'Вернуться к моему тексту' })).toBeVisible();
  expect(sent).toMatchObject({ version: 3 });
});

test('a row of the roadmap moves by keyboard and keeps focus', async () => {
  const { user } = await edit();
  const first = screen.getByLabelText('Мероприятие 1');
  expect(first).toHaveValue('Знакомство с программой');

  await user.click(first);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(screen.getByLabelText('Мероприятие 2')).toHaveValue('Знакомство с программой');
  await vi.waitFor(() => expect(screen.getByLabelText('Мероприятие 2')).toHaveFocus());
});

test('leaving with unsaved text asks first', async () => {
  const { user, title, router } = await edit();

  await user.type(title, '!');
  void router.navigate({ to: '/elsewhere' as never });
  await user.click(await screen.findByRole('button', { name: 'Остаться' }));
  expect(router.state.location.pathname).toBe('/');
  expect(title).toHaveValue('Первый год учителя химии!');
});

test('forms that the school does not use are absent, but for the one that the program has', async () => {
  const names = { 'teacher-teacher': 'Учитель — учитель', 'head-teacher': 'Руководитель — учитель', partner: 'Партнёр — учитель' };
  server.use(
    http.get('*/api/v1/dictionaries/mentoring-form', () =>
      HttpResponse.json(Object.entries(names).map(([code, name]) => ({ code, nameRu: name, nameEn: name }))),
    ),
  );
  const forms = { codes: ['head-teacher'], mayChange: true };
  const editor = <ProgramEditor organizationId={organizationId} program={draft} forms={forms} onSaved={vi.fn()} />;
  const { container } = await renderPage(editor, 'programs');

  const form = await screen.findByRole('combobox', { name: 'Форма' });
  await vi.waitFor(() => expect(form).toHaveAccessibleDescription('Только формы, которые использует организация'));
  expect([...form.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['Выберите', names['teacher-teacher'], names['head-teacher']]);
  expect(form).toHaveValue('teacher-teacher');
  expect(screen.getByRole('link', { name: 'Изменить список форм организации' })).toHaveAttribute(
    'href',
    `/school/${organizationId}/setup?tab=structure`,
  );
  expect(await axeFaults(container)).toEqual([]);
});
