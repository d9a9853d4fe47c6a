import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { RouteGoal } from './api';
import { deficit, route, show } from './fixtures';
import { RoutePage } from './route-page';
import { SchoolRoutesPage } from './school-page';

test('the route says where it was and what the tutor says of it, and the teacher answers', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/routes/r1/comments', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'c2' }, { status: 201 });
    }),
  );
  const { user, container } = await show();
  expect(screen.getByText(/^СОШ № 1: 01.09.2024 – 31.08.2026$/)).toBeInTheDocument();
  expect(screen.getByText('Сейчас: Лицей № 2')).toBeInTheDocument();
  expect(screen.getByText('Начните с малого')).toBeInTheDocument();
  expect(screen.getByText(/^Тьютор · Курс «Оценивание»/)).toBeInTheDocument();
  expect(screen.getByText('Пока страшно').closest('.no-print')).not.toBeNull();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Написать' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Что хотите сказать/), 'Попробую');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить' }));
  await waitFor(() => expect(sent).toEqual([{ text: 'Попробую', activityId: null }]));
});

test('a difficulty is closed, put in other words and taken out', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/api/v1/routes/r1/findings', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 8, warnings: [] });
    }),
  );
  const { user } = await show();
  const { closedOn, diagnosisId, goalId, ...known } = deficit;
  expect([closedOn, diagnosisId, goalId]).toEqual([null, null, null]);
  await user.click(screen.getByRole('button', { name: 'Преодолено' }));
  await waitFor(() => expect(sent).toEqual([{ version: 7, findings: [{ ...known, closed: true }] }]));

  const part = screen.getByText(deficit.text).closest('section')!;
  await user.click(within(part).getByRole('button', { name: 'Изменить' }));
  const dialog = await screen.findByRole('dialog');
  const text = await within(dialog).findByLabelText(/Что именно/);
  await user.clear(text);
  await user.type(text, 'Оцениваю наугад');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ version: 7, findings: [{ ...known, text: 'Оцениваю наугад', closed: false }] }));

  await user.click(within(part).getByRole('button', { name: 'Убрать' }));
  await user.click(within(await screen.findByRole('dialog', { name: 'Убрать из маршрута?' })).getByRole('button', { name: 'Убрать' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ version: 7, findings: [] }));
});

test('of a diagnosis what is ticked is taken, and what is there already is not', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/routes/r1/diagnoses', () =>
      HttpResponse.json([
        {
          id: 'd1',
          finds: 'Deficit',
          expertName: null,
          instrumentNameRu: 'Анкета затруднений',
          instrumentNameEn: 'Difficulties',
          doneAt: '2026-10-01T09:00:00Z',
          areas: [
            { areaCode: 'methods', level: 35, taken: true },
            { areaCode: 'ict', level: 40, taken: false },
          ],
        },
      ]),
    ),
    http.post('*/api/v1/routes/r1/take-diagnosis', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 8, warnings: [] });
    }),
  );
  const { user } = await show();
  const part = screen.getByText(deficit.text).closest('section')!;
  await user.click(within(part).getByRole('button', { name: 'Взять из диагностики' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByRole('checkbox', { name: /Методика — 35 из 100, уже в маршруте/ })).toBeDisabled();
  await user.click(within(dialog).getByRole('checkbox', { name: 'ИКТ — 40 из 100' }));
  await user.click(within(dialog).getByRole('button', { name: 'Взять отмеченное' }));
  await waitFor(() => expect(sent).toEqual([{ version: 7, diagnosisId: 'd1', areaCodes: ['ict'] }]));
});

test('a file is looked through before a route is made of it', async () => {
  const sent: string[] = [];
  let ready = false;
  server.use(
    http.get('*/api/v1/routes', () => HttpResponse.json([])),
    http.post('*/api/v1/routes/check', () => {
      sent.push('check');
      return HttpResponse.json({
        ready,
        status: 'InProgress',
        startsOn: '2024-09-01',
        endsOn: '2029-08-31',
        warnings: [],
        findings: 2,
        alternatives: 2,
        activities: 2,
        products: 1,
        files: 1,
        versions: 2,
        reflections: 1,
        refusals: ready ? [] : [{ code: 'route.area-unknown', pointer: '/findings/0/areaCode', text: 'Такой области нет.' }],
      });
    }),
    http.post('*/api/v1/routes/import', () => {
      sent.push('import');
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 1, warnings: [] }, { status: 201 });
    }),
  );
  const { user } = await renderPage(<RoutePage />, 'routes');
  await user.click(await screen.findByRole('button', { name: 'Загрузить из файла' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/Маршрут из другой системы/);
  const choose = async (text: string) => {
    const input = dialog.querySelector('input[type=file]') ?? document.querySelector('input[type=file]');
    await user.upload(input as HTMLInputElement, new File([text], 'route.json', { type: 'application/json' }));
  };
  await choose('no json');
  expect(await within(dialog).findByText(/Это не JSON/)).toBeInTheDocument();
  await choose('{}');
  expect(await within(dialog).findByText('/findings/0/areaCode')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Создать маршрут' }));
  expect(sent).toEqual(['check']);
  ready = true;
  await choose('{ }');
  expect(await within(dialog).findByText(/Файлы продуктов не переносятся/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Создать маршрут' }));
  await waitFor(() => expect(sent).toEqual(['check', 'check', 'import']));
});

test('a school sees sums, and those of the routes that went on elsewhere', async () => {
  server.use(
    http.get('*/api/v1/organizations/s/routes', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/organizations/s/routes/sums', () =>
      HttpResponse.json({
        running: 3,
        completed: 1,
        closed: 0,
        activities: 10,
        activitiesDone: 4,
        products: 5,
        left: { routes: 2, activities: 6, activitiesDone: 2, products: 2 },
      }),
    ),
  );
  const { container } = await renderPage(
    <main>
      <SchoolRoutesPage organizationId="s" search={{}} onSearch={vi.fn()} />
    </main>,
    'routes',
  );
  expect(await screen.findByText(/выполнено мероприятий: 4 из 10, продуктов: 5\. С педагогами ушли 2 маршрута/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a goal of a program is ticked and taken, and a difficulty says what became of its goal', async () => {
  const sent: unknown[] = [];
  const goal: RouteGoal = {
    goalId: 'g1',
    programId: 'p9',
    programTitle: 'Первый год в школе',
    programStatus: 'Active',
    areaCode: 'ict',
    difficulty: 'Не веду электронный журнал',
    goal: 'Ведёт журнал сама',
    measure: 'Уроков в неделю',
    measureBefore: 1,
    measureTarget: 5,
    measureAfter: 3,
    taken: false,
  };
  server.use(
    http.get('*/api/v1/routes/r1/goals', () => HttpResponse.json([goal, { ...goal, goalId: 'g2', difficulty: 'Планирование', taken: true }])),
    http.post('*/api/v1/routes/r1/take-goals', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 8, warnings: [] });
    }),
  );
  const { user, container } = await show({
    ...route,
    findings: [{ ...deficit, goalId: 'g2' }],
    goals: [{ ...goal, goalId: 'g2', difficulty: 'Планирование', taken: true }],
  });
  expect(screen.getByText(/Ведёт журнал сама · Уроков в неделю: было 1, стало 3, нужно 5$/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Цель программы «Первый год в школе»' })).toHaveAttribute('href', '/programs/p9');
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Взять из программы' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByRole('checkbox', { name: 'Планирование — уже в маршруте' })).toBeDisabled();
  await user.click(within(dialog).getByRole('checkbox', { name: 'Не веду электронный журнал' }));
  await user.click(within(dialog).getByRole('button', { name: 'Взять отмеченное' }));
  await waitFor(() => expect(sent).toEqual([{ version: 7, goalIds: ['g1'] }]));
});
