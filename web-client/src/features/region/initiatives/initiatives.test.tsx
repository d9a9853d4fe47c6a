import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Initiative, InitiativeItem, OwnTask, Report, SchoolTask } from './api';
import { InitiativePage } from './initiative-page';
import { InitiativesPage } from './initiatives-page';
import { OwnTasksPage } from './own-tasks-page';
import { SchoolTaskPage } from './school-task-page';
import { SchoolTasksPage } from './school-tasks-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'methods', nameRu: 'Методика', nameEn: 'Methods' }])),
];
const places = [{ id: 's', name: 'СОШ № 1' }];

const item: InitiativeItem = {
  id: 'i',
  title: 'Читаем вместе',
  purpose: 'Банк заданий',
  areas: ['methods'],
  scope: 'Municipality',
  byInvitation: false,
  status: 'Open',
  organizationName: 'СОШ № 1',
  regionNameRu: 'Тверская область',
  leaderName: 'Ведущая Анна',
  memberCount: 3,
  schoolCount: 2,
  mine: false,
  waits: true,
  createdAt: '2026-11-01T09:00:00Z',
};

const card: Initiative = {
  id: 'i',
  title: 'Читаем вместе',
  purpose: 'Банк заданий',
  areas: ['methods'],
  scope: 'Municipality',
  byInvitation: false,
  status: 'Open',
  organizationId: 's',
  organizationName: 'СОШ № 1',
  regionNameRu: 'Тверская область',
  leaderName: 'Ведущая Анна',
  memberCount: 2,
  outcome: null,
  createdAt: '2026-11-01T09:00:00Z',
  endedAt: null,
  version: 2,
  schools: [{ id: 's', nameShort: 'СОШ № 1' }],
  offeredTo: [],
  standing: null,
  leads: false,
  steps: [],
  mayAsk: true,
  people: [],
  tasks: [],
  meetings: [],
  schoolTasks: [],
};

const led: Initiative = {
  ...card,
  standing: 'In',
  leads: true,
  mayAsk: false,
  steps: ['Revise', 'Begin', 'Close', 'Gather', 'Work'],
  people: [
    { id: 'm1', personId: 'p1', personName: 'Ведущая Анна', organizationName: 'СОШ № 1', status: 'In', leads: true, own: true, note: null },
    { id: 'm2', personId: 'p2', personName: 'Соседова Вера', organizationName: 'СОШ № 2', status: 'Asked', leads: false, own: false, note: 'Веду кружок' },
  ],
  tasks: [
    {
      id: 't1',
      title: 'Собрать задания',
      text: null,
      dueOn: '2026-11-20',
      overdue: true,
      status: 'Taken',
      takerName: 'Ведущая Анна',
      result: null,
      steps: ['GiveBack', 'Finish', 'Drop'],
      version: 1,
    },
  ],
};

const entries = http.get('*/api/v1/initiatives/i/entries', () =>
  HttpResponse.json({
    items: [{ id: 'e', answerTo: null, answerToName: null, text: 'С чего начнём?', authorName: 'Ведущая Анна', writtenAt: '2026-11-02T09:00:00Z' }],
    next: null,
  }),
);

const page = (one: Initiative) => [...dictionaries, entries, http.get('*/api/v1/initiatives/i', () => HttpResponse.json(one))];
const Page = () => (
  <main>
    <InitiativePage initiativeId="i" places={places} led={[]} sets={false} />
  </main>
);

test('what is open near by is listed, and what waits for the reader is said', async () => {
  server.use(...dictionaries, http.get('*/api/v1/initiatives', () => HttpResponse.json({ items: [item], next: null })));
  const { container } = await renderPage(
    <main>
      <InitiativesPage search={{}} onSearch={vi.fn()} places={places} />
    </main>,
    'initiatives',
  );
  const one = await screen.findByRole('article', { name: 'Читаем вместе' });
  expect(within(one).getByText('Ждёт ответа')).toBeInTheDocument();
  expect(within(one).getByText(/3 участника · 2 организации/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('where there is none yet one is told how to start, save who works nowhere', async () => {
  server.use(...dictionaries, http.get('*/api/v1/initiatives', () => HttpResponse.json({ items: [], next: null })));
  await renderPage(<InitiativesPage search={{}} onSearch={vi.fn()} places={[]} />, 'initiatives');
  expect(await screen.findByText('Инициатив пока нет')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Начать инициативу' })).toBeNull();
});

test('who is not in it reads the card and asks to join', async () => {
  const sent: unknown[] = [];
  server.use(
    ...page(card),
    http.post('*/api/v1/initiatives/i/ask', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'm', status: 'Asked' });
    }),
  );
  const { user } = await renderPage(<Page />, 'initiatives');
  expect(await screen.findByText(/видят только участники/)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Обсуждение' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Попросить принять' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Пара слов о себе и чем поможете'), 'Веду кружок');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить просьбу' }));
  await waitFor(() => expect(sent).toEqual([{ organizationId: 's', note: 'Веду кружок' }]));
});

test('the leader lets in, and sees what is overdue', async () => {
  const sent: unknown[] = [];
  server.use(
    ...page(led),
    http.post('*/api/v1/initiatives/i/members/m2/decide', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'm2', status: 'In' });
    }),
  );
  const { container, user } = await renderPage(<Page />, 'initiatives');
  const task = await screen.findByRole('article', { name: 'Собрать задания' });
  expect(within(task).getByText('Просрочено')).toBeInTheDocument();
  expect(within(task).getByRole('button', { name: 'Сделано' })).toBeInTheDocument();
  expect(await screen.findByText('С чего начнём?')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Принять' }));
  await waitFor(() => expect(sent).toEqual([{ yes: true, reason: null }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('who was invited answers in the page', async () => {
  const sent: unknown[] = [];
  server.use(
    ...page({ ...card, standing: 'Suggested', mayAsk: false }),
    http.post('*/api/v1/initiatives/i/answer', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'm', status: 'Asked' });
    }),
  );
  const { user } = await renderPage(<Page />, 'initiatives');
  expect(await screen.findByText('Ваша школа предлагает вам участвовать')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Согласиться' }));
  await waitFor(() => expect(sent).toEqual([{ yes: true }]));
});

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
