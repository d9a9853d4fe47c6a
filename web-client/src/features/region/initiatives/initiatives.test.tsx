import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Initiative, InitiativeItem } from './api';
import { InitiativePage } from './initiative-page';
import { InitiativesPage } from './initiatives-page';

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
  files: [],
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

test('a member takes away the own file after a word, and not those of others', async () => {
  const removed: unknown[] = [];
  const files = [
    { id: 'f1', name: 'план.pdf', size: 2048, addedAt: '2026-11-03T09:00:00Z', addedByName: 'Ведущая Анна', mayRemove: true },
    { id: 'f2', name: 'урок.docx', size: 4096, addedAt: '2026-11-02T09:00:00Z', addedByName: 'Соседова Вера', mayRemove: false },
  ];
  server.use(
    ...page({ ...led, leads: false, files }),
    http.get('*/api/v1/storage/room', () => new HttpResponse(null, { status: 403 })),
    http.delete('*/api/v1/initiatives/i/files/:file', ({ params }) => {
      removed.push(params['file']);
      return HttpResponse.json({ id: 'f1' });
    }),
  );
  const { container, user } = await renderPage(<Page />, 'initiatives');
  expect(await screen.findByRole('button', { name: 'урок.docx' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Убрать: урок/ })).toBeNull();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Убрать: план.pdf' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Убрать' }));
  await waitFor(() => expect(removed).toEqual(['f1']));
});
