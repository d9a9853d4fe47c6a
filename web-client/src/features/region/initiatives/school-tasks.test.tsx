import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { OwnTask, Report, SchoolTask } from './api';
import { OwnTasksPage } from './own-tasks-page';
import { SchoolTaskPage } from './school-task-page';
import { SchoolTasksPage } from './school-tasks-page';

const own: OwnTask = {
  id: 'k',
  title: 'Провести декаду',
  text: 'Сообщите, сколько участвовало',
  setter: 'город Тверь',
  setAt: '2026-11-01T09:00:00Z',
  dueOn: '2026-12-10',
  overdue: false,
  status: 'Returned',
  report: 'Провели',
  reportedAt: '2026-11-10T09:00:00Z',
  remark: 'Сколько участвовало?',
  version: 3,
};

test('a school reports anew what was returned', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/organizations/s/school-tasks', () => HttpResponse.json({ items: [own], next: null })),
    http.post('*/api/v1/organizations/s/school-tasks/k/report', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r', status: 'Reported', version: 4 });
    }),
  );
  const { container, user } = await renderPage(
    <main>
      <OwnTasksPage organizationId="s" search={{}} onSearch={vi.fn()} />
    </main>,
    'initiatives',
  );
  expect(await screen.findByText(/Сколько участвовало\?/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /Отчитаться снова/ }));
  const dialog = await screen.findByRole('dialog');
  const field = within(dialog).getByLabelText(/Что сделано и что получилось/);
  await user.clear(field);
  await user.type(field, 'Провели, 14 педагогов');
  await user.click(within(dialog).getByRole('button', { name: 'Отчитаться' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, text: 'Провели, 14 педагогов' }]));
});

const task: SchoolTask = {
  id: 'k',
  title: 'Провести декаду',
  text: 'Сообщите',
  setter: 'город Тверь',
  setAt: '2026-11-01T09:00:00Z',
  dueOn: '2026-12-10',
  initiativeId: null,
  initiativeTitle: null,
  withdrawn: false,
  withdrawReason: null,
  schoolCount: 2,
  reported: 1,
  accepted: 0,
  returned: 0,
  overdue: 0,
  version: 1,
};
const report: Report = {
  id: 'r',
  organizationId: 's',
  organizationName: 'СОШ № 1',
  territoryNameRu: 'город Тверь',
  status: 'Reported',
  dueOn: '2026-12-10',
  overdue: false,
  report: 'Провели',
  reportedAt: '2026-11-10T09:00:00Z',
  reportedBy: 'Директорова Мария',
  remark: null,
  remindedAt: null,
  version: 2,
};

test('whoever set a task accepts a report, or returns it with what is missing', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/school-tasks/k', () => HttpResponse.json(task)),
    http.get('*/api/v1/school-tasks/k/school-reports', () => HttpResponse.json({ items: [report], next: null })),
    http.post('*/api/v1/school-tasks/k/school-reports/r/:step', async ({ request, params }) => {
      sent.push([params['step'], await request.json()]);
      return HttpResponse.json({ id: 'r', status: 'Accepted', version: 3 });
    }),
  );
  const { container, user } = await renderPage(
    <main>
      <SchoolTaskPage taskId="k" search={{}} onSearch={vi.fn()} />
    </main>,
    'initiatives',
  );
  const row = (await screen.findByRole('rowheader', { name: /СОШ № 1/ })).closest('tr')!;
  await user.click(within(row).getByRole('button', { name: /^Принять/ }));
  await waitFor(() => expect(sent).toEqual([['accept', { version: 2 }]]));
  await user.click(within(row).getByRole('button', { name: /^Вернуть/ }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Чего не хватает/), 'Сколько?');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(sent[1]).toEqual(['return', { version: 2, remark: 'Сколько?', dueOn: null }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('tasks that were set say how far the schools are', async () => {
  server.use(http.get('*/api/v1/school-tasks', () => HttpResponse.json({ items: [{ ...task, overdue: 1 }], next: null })));
  const setter = { territoryCode: '28701000', level: 'Municipality', name: 'город Тверь' };
  await renderPage(<SchoolTasksPage setter={setter} search={{}} onSearch={vi.fn()} />, 'initiatives');
  expect(await screen.findByRole('link', { name: 'Провести декаду' })).toBeInTheDocument();
  expect(screen.getByText('0 из 2')).toBeInTheDocument();
  expect(screen.getByText('На проверке: 1')).toBeInTheDocument();
  expect(screen.getByText('Просрочено: 1')).toBeInTheDocument();
});

test('schools that owe a report are reminded, one or all', async () => {
  const sent: unknown[] = [];
  const late: Report = { ...report, id: 'l', organizationName: 'СОШ № 2', status: 'Assigned', overdue: true, report: null, remindedAt: '2026-11-29T09:00:00Z' };
  server.use(
    http.get('*/api/v1/school-tasks/k', () => HttpResponse.json(task)),
    http.get('*/api/v1/school-tasks/k/school-reports', () => HttpResponse.json({ items: [report, late], next: null })),
    http.post('*/api/v1/school-tasks/k/remind', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ reminded: 1 });
    }),
  );
  const { user } = await renderPage(<SchoolTaskPage taskId="k" search={{}} onSearch={vi.fn()} />, 'initiatives');
  expect(await screen.findByText(/напомнили 29/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Напомнить: СОШ № 2' }));
  await waitFor(() => expect(sent).toEqual([{ reportIds: ['l'] }]));
  await user.click(screen.getByRole('button', { name: 'Напомнить всем, кто не отчитался' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/Ещё не отчиталась 1 школа/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Напомнить' }));
  await waitFor(() => expect(sent[1]).toEqual({ reportIds: null }));
});

test('a body chooses among the schools that it stands behind', async () => {
  const sent: unknown[] = [];
  const at = (id: string, nameShort: string, code: string, name: string) => ({
    id,
    nameShort,
    territoryCode: code,
    territoryNameRu: name,
    territoryNameEn: name,
  });
  server.use(
    http.get('*/api/v1/school-tasks', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/school-tasks/targets', ({ request }) => {
      expect(new URL(request.url).searchParams.get('bodyId')).toBe('b');
      const items = [at('a', 'СОШ № 1', '1', 'Тверь'), at('c', 'СОШ № 2', '1', 'Тверь'), at('d', 'Гимназия', '2', 'Ржев')];
      return HttpResponse.json({ items, next: null });
    }),
    http.post('*/api/v1/school-tasks', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'k', schools: 2, version: 1 }, { status: 201 });
    }),
  );
  const { container, user } = await renderPage(
    <main>
      <SchoolTasksPage setter={{ bodyId: 'b', name: 'ЦНППМ' }} search={{}} onSearch={vi.fn()} />
    </main>,
    'initiatives',
  );
  await user.click((await screen.findAllByRole('button', { name: 'Поставить задачу школам' }))[0]!);
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(within(dialog).getByLabelText('Кому'), 'chosen');
  await user.click(await within(dialog).findByRole('checkbox', { name: 'Гимназия' }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Гимназия' }));
  await user.selectOptions(within(dialog).getByLabelText('Муниципалитет'), '1');
  expect(within(dialog).queryByRole('checkbox', { name: 'Гимназия' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Выбрать найденные: 2' }));
  expect(within(dialog).getByText('Выбрано: 2 из 3')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.type(within(dialog).getByLabelText(/^Задача/), 'Декада');
  await user.type(within(dialog).getByLabelText(/О чём|Что сделать/), 'Сообщите');
  await user.type(within(dialog).getByLabelText(/Срок отчёта/), '20.12.2027');
  await user.click(within(dialog).getByRole('button', { name: 'Поставить' }));
  await waitFor(() => expect(sent).toMatchObject([{ bodyId: 'b', territoryCode: null, organizationIds: ['a', 'c'], dueOn: '2027-12-20' }]));
});
