import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { OwnItem, QueueItem, Question } from './api';
import { DeskPage } from './desk-page';
import { MyPage } from './my-page';
import { QuestionPage } from './question-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/help-form', () => HttpResponse.json([{ code: 'consultation', nameRu: 'Консультация', nameEn: 'Consultation' }])),
  http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'methods', nameRu: 'Методика', nameEn: 'Methods' }])),
  http.get('*/api/v1/dictionaries/support-service', () => HttpResponse.json([{ code: 'methodical-help', nameRu: 'Методическая помощь', nameEn: 'Help' }])),
];

const own: OwnItem = {
  id: 'q1',
  subject: 'Как оценивать работу в группах?',
  form: 'consultation',
  areas: ['methods'],
  status: 'Taken',
  personName: 'Учителева Ольга',
  bodyId: 'b',
  bodyName: 'ЦНППМ',
  askedAt: '2026-11-20T09:00:00Z',
  dueOn: '2026-11-27',
  overdue: true,
  answeredAt: null,
  mark: null,
};

const queued: QueueItem = {
  id: 'q1',
  subject: own.subject,
  form: 'consultation',
  areas: ['methods'],
  status: 'Asked',
  personName: 'Учителева Ольга',
  organizationName: 'СОШ № 1',
  askedAt: own.askedAt,
  dueOn: own.dueOn,
  wantedBy: null,
  overdue: false,
  takenByName: null,
  mine: false,
  escalatedAt: null,
  answeredAt: null,
  mark: null,
};

const question: Question = {
  id: 'q1',
  organizationId: 's',
  organizationName: 'СОШ № 1',
  bodyId: 'b',
  bodyName: 'ЦНППМ',
  personName: 'Учителева Ольга',
  schoolSees: false,
  form: 'consultation',
  areas: ['methods'],
  subject: own.subject,
  text: 'Дети договариваются, кто сильный, а оценка одна на всех.',
  wantedBy: null,
  status: 'Taken',
  askedAt: own.askedAt,
  dueOn: own.dueOn,
  overdue: false,
  takenByName: 'Методистова Анна',
  answeredAt: null,
  mark: null,
  markText: null,
  escalatedAt: null,
  own: false,
  forBody: true,
  mayWrite: true,
  articleId: null,
  steps: ['Answer', 'Redirect'],
  entries: [],
  version: 2,
};

test('who asked sees that the term has passed, and the body that answers', async () => {
  server.use(...dictionaries, http.get('*/api/v1/help-requests', () => HttpResponse.json({ items: [own], next: null })));
  const { container } = await renderPage(
    <main>
      <MyPage places={[{ id: 's', name: 'СОШ № 1' }]} led={[]} search={{}} onSearch={vi.fn()} />
    </main>,
    'help-desk',
  );
  expect(await screen.findByRole('link', { name: own.subject })).toHaveAttribute('href', '/help-desk/q1');
  expect(screen.getByText('Срок прошёл')).toBeInTheDocument();
  expect(screen.getByText('ЦНППМ')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('whoever works nowhere is offered no question', async () => {
  server.use(...dictionaries, http.get('*/api/v1/help-requests', () => HttpResponse.json({ items: [], next: null })));
  await renderPage(<MyPage places={[]} led={[]} search={{}} onSearch={vi.fn()} />, 'help-desk');
  expect(await screen.findByText('Вопросов пока нет')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Задать вопрос' })).not.toBeInTheDocument();
});

test('a body sees its queue, and its load the head alone', async () => {
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/b', () => HttpResponse.json({ id: 'b', nameShort: 'ЦНППМ' })),
    http.get('*/api/v1/organizations/b/help-queue', () => HttpResponse.json({ items: [queued], next: null })),
  );
  const onSearch = vi.fn();
  const { user, container } = await renderPage(
    <main>
      <DeskPage organizationId="b" leads={false} search={{}} onSearch={onSearch} />
    </main>,
    'help-desk',
  );
  expect(await screen.findByRole('link', { name: own.subject })).toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'Как мы отвечаем' })).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Какие вопросы' }), 'Overdue');
  expect(onSearch).toHaveBeenCalledWith({ view: 'Overdue' });
});

test('a question is answered with the version that was read', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/help-requests/q1', () => HttpResponse.json(question)),
    http.post('*/api/v1/help-requests/q1/answer', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'q1', status: 'Answered', version: 3 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <QuestionPage requestId="q1" />
    </main>,
    'help-desk',
  );
  expect(await screen.findByText(question.text)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Ответить' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByRole('textbox'), 'Две отметки');
  await user.click(within(dialog).getAllByRole('button').at(-1)!);
  await waitFor(() => expect(sent).toEqual([{ version: 2, text: 'Две отметки' }]));
});
