import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { organizationId, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Template } from './plan-api';
import { TemplateEditor } from './template-editor';
import { TemplatesPage } from './templates-page';

const template: Template = {
  id: 't1',
  title: 'Первый год',
  purposeCode: 'young-specialist',
  goals: [{ areaCode: 'methods', difficulty: 'Не хватает времени', goal: 'Планирует урок', measure: null }],
  activities: [
    { activity: 'Знакомство', dueAfterDays: 10, responsible: 'Both', expectedResult: 'План' },
    { activity: 'Открытый урок', dueAfterDays: 150, responsible: 'Mentee', expectedResult: 'Самоанализ' },
  ],
  updatedByName: 'Совет наставников',
  updatedAt: '2026-09-01T08:00:00Z',
  version: 4,
};
const list = '*/api/v1/roadmap-templates';
const one = '*/api/v1/roadmap-templates/:id';
const save = 'Сохранить шаблон';
const listed = (...rows: Template[]) => server.use(http.get(list, () => HttpResponse.json(rows)));

beforeEach(() => server.use(...references));

const open = async (opened?: Template) => {
  const onSaved = vi.fn();
  const editor = <TemplateEditor organizationId={organizationId} {...(opened ? { template: opened } : {})} onSaved={onSaved} />;
  return { onSaved, ...(await renderPage(editor, 'programs')) };
};

test('the school’s templates lead to their editor, and are put away after a question', async () => {
  listed(template);
  let retired: unknown;
  server.use(
    http.post(`${one}/retire`, async ({ request }) => {
      retired = await request.json();
      listed();
      return HttpResponse.json({});
    }),
  );
  const { user, container } = await renderPage(<TemplatesPage organizationId={organizationId} mayWrite />, 'programs');

  expect(await screen.findByRole('link', { name: 'Изменить: Первый год' })).toHaveAttribute('href', `/school/${organizationId}/templates/t1`);
  expect(screen.getByRole('link', { name: 'Новый шаблон' })).toHaveAttribute('href', `/school/${organizationId}/templates/new`);
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Убрать: Первый год' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Убрать' }));

  expect(await screen.findByText('Шаблонов пока нет')).toBeVisible();
  expect(retired).toEqual({ version: 4 });
});

test('whoever may only read is offered nothing to change', async () => {
  listed(template);
  await renderPage(<TemplatesPage organizationId={organizationId} mayWrite={false} />, 'programs');

  expect(await screen.findByText('Первый год')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Убрать/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Изменить|Новый/ })).not.toBeInTheDocument();
});

test('a new template is composed with its steps and sent as the API takes it', async () => {
  let sent: unknown;
  server.use(
    http.post(list, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 't2', version: 1 }, { status: 201 });
    }),
  );
  const { user, container, onSaved } = await open();

  await user.click(await screen.findByRole('button', { name: save }));
  expect(await screen.findByRole('link', { name: 'Заполните поле «Название шаблона»' })).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);

  await user.type(screen.getByRole('textbox', { name: /Название шаблона/ }), 'Адаптация');
  await user.selectOptions(screen.getByRole('combobox', { name: /^Цель программы/ }), 'young-specialist');
  await user.type(screen.getByLabelText('Мероприятие 1'), 'Знакомство');
  await user.type(screen.getByLabelText('Ожидаемый результат мероприятия 1'), 'План');
  const days = screen.getByLabelText(/программы: мероприятие 1/);
  await user.type(days, '1200');
  await user.click(screen.getByRole('button', { name: save }));
  expect(days).toHaveAccessibleDescription(/от 0 до 1.100/);
  await user.clear(days);
  await user.type(days, '14');
  await user.click(screen.getByRole('button', { name: save }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent).toEqual({
    organizationId,
    title: 'Адаптация',
    purposeCode: 'young-specialist',
    goals: [],
    activities: [{ activity: 'Знакомство', dueAfterDays: 14, responsible: 'Mentor', expectedResult: 'План' }],
  });
});

test('a step moves by keyboard and by button, keeps focus, and its new place is said', async () => {
  const { user } = await open(template);

  await user.click(await screen.findByLabelText('Мероприятие 1'));
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(screen.getByLabelText('Мероприятие 2')).toHaveValue('Знакомство');
  expect(await screen.findByText('Теперь 2 из 2')).toBeInTheDocument();
  await vi.waitFor(() => expect(screen.getByLabelText('Мероприятие 2')).toHaveFocus());

  await user.click(screen.getByRole('button', { name: 'Поднять: мероприятие 2' }));
  expect(await screen.findByText('Теперь 1 из 2')).toBeInTheDocument();
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Опустить: мероприятие 1' })).toHaveFocus());
});

test('what the server refuses stands at its field', async () => {
  const errors = { '/purposeCode': ['Такого кода нет.'], '/activities/1/dueAfterDays': ['Слишком долго.'] };
  server.use(http.put(one, () => problem(400, { errors })));
  const { user } = await open(template);

  await user.click(await screen.findByRole('button', { name: save }));

  await user.click(await screen.findByRole('link', { name: 'Строка 2: Слишком долго.' }));
  expect(screen.getByLabelText(/программы: мероприятие 2/)).toHaveFocus();
  expect(screen.getByRole('combobox', { name: /^Цель программы/ })).toHaveAccessibleDescription(/Такого кода нет/);
});

test('somebody was faster: the text is kept and sent with the newer version; what was put away is not rewritten', async () => {
  const versions: number[] = [];
  listed({ ...template, version: 7 });
  const { user } = await open(template);
  server.use(
    http.put(one, async ({ request }) => {
      const { version } = (await request.json()) as { version: number };
      versions.push(version);
      return problem(412);
    }),
  );

  await user.click(await screen.findByRole('button', { name: save }));
  await user.click(await screen.findByRole('button', { name: 'Вернуться к моему тексту' }));
  await user.click(screen.getByRole('button', { name: save }));
  await vi.waitFor(() => expect(versions).toEqual([4, 7]));
  await user.click(await screen.findByRole('button', { name: 'Вернуться к моему тексту' }));

  listed();
  await user.click(screen.getByRole('button', { name: save }));
  expect(await screen.findByText('Шаблон уже убрали: сохранить изменения в нём нельзя.')).toBeVisible();
});
