import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Board, One, Own, Plan, Tutee, Tutor, Tutoring } from './api';
import { MyTutorPage } from './my-tutor-page';
import { TutoringOnePage } from './one-page';
import { PlanTab } from './plan-tab';
import { TuteesPage } from './tutees-page';
import { TutoringPage } from './tutoring-page';
import { TutorsPage } from './tutors-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/competence-area', () =>
    HttpResponse.json([
      { code: 'methods', nameRu: 'Методика', nameEn: 'Methods' },
      { code: 'digital', nameRu: 'Цифровая', nameEn: 'Digital' },
    ]),
  ),
  http.get('*/api/v1/dictionaries/sector', () => HttpResponse.json([{ code: 'General', nameRu: 'Общее образование', nameEn: 'General' }])),
];

const board: Board = {
  tutors: 1,
  capacity: 10,
  active: 9,
  proposed: 1,
  overdue: 1,
  requested: 2,
  nearLimit: [{ id: 't1', personName: 'Тьюторова А. П.', taken: 10, capacity: 10 }],
};

const tutor: Tutor = {
  id: 't1',
  personId: 'p1',
  personName: 'Тьюторова Анна',
  kind: 'Staff',
  zones: ['methods'],
  sectors: ['General'],
  territories: [],
  capacity: 10,
  acceptsNew: true,
  startsOn: '2026-09-01',
  endsOn: null,
  endReason: null,
  active: 9,
  proposed: 1,
  version: 3,
};

const row: Tutoring = {
  id: 'a1',
  status: 'Active',
  organizationId: 's',
  organizationName: 'СОШ № 1',
  bodyName: 'ЦНППМ',
  personId: 'p2',
  personName: 'Учителева Ольга',
  tutorId: 'p1',
  tutorName: 'Тьюторова Анна',
  areas: ['methods'],
  note: null,
  startsOn: '2026-09-10',
  endsOn: null,
  answerBy: null,
  overdue: false,
  changedAt: '2026-09-10T09:00:00Z',
  reason: null,
  steps: ['HandOver', 'End'],
  version: 2,
};

const one: One = {
  id: 'a1',
  status: 'Active',
  personId: 'p2',
  personName: 'Учителева Ольга',
  tutorName: 'Тьюторова Анна',
  organizationName: 'СОШ № 1',
  bodyName: 'ЦНППМ',
  areas: ['methods'],
  note: 'Готовлю маршрут',
  startsOn: '2026-09-10',
  endsOn: null,
  side: 'Tutor',
  timeZone: 'Europe/Moscow',
  canPlan: true,
  canComment: true,
  canMark: true,
  routeId: null,
  said: [],
  steps: [{ status: 'Active', at: '2026-09-10T09:00:00Z', byName: 'Учителева Ольга', reason: null }],
  consultations: [
    {
      id: 'c1',
      status: 'Planned',
      startsAt: '2026-11-10T09:00:00Z',
      durationMinutes: 45,
      topic: 'Первый шаг',
      place: 'Кабинет 5',
      link: null,
      result: null,
      canCancel: false,
      canRecord: true,
      version: 1,
    },
  ],
  comments: [{ id: 'm1', authorName: 'Куратор', side: 'School', said: 'Урок в плане', saidAt: '2026-10-01T09:00:00Z' }],
  version: 2,
};

test('a centre sees the load and ends a tutor with a reason', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/b/tutor-board', () => HttpResponse.json(board)),
    http.get('*/api/v1/organizations/b/tutors', () => HttpResponse.json({ items: [tutor], next: null })),
    http.post('*/api/v1/organizations/b/tutors/t1/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 't1', version: 4 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <TutorsPage organizationId="b" search={{}} onSearch={vi.fn()} />
    </main>,
    'tutors',
  );
  expect(await screen.findByText('Занято 9 из 10 мест у 1 тьютора')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '2 педагога просят тьютора' })).toBeInTheDocument();
  expect(await screen.findByText('Мест нет')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Завершить работу: Тьюторова Анна' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByRole('textbox'), 'Ушла');
  await user.click(within(dialog).getByRole('button', { name: 'Завершить работу' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, reason: 'Ушла' }]));
});

test('of the best proposal a part is sent', async () => {
  const plan: Plan = {
    teachers: 3,
    served: 2,
    noPlace: 1,
    nobodyFits: 0,
    places: 2,
    pairs: ['Первая', 'Вторая'].map((teacherName, index) => ({
      teacherId: `p${index}`,
      teacherName,
      schoolName: 'СОШ № 1',
      tutorId: 't',
      tutorName: 'Тьюторова',
      asked: index === 0,
      areas: index === 0 ? ['methods'] : [],
      zones: 50,
      place: 20,
      load: 15,
    })),
  };
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/b/tutor-plan', () => HttpResponse.json(plan)),
    http.post('*/api/v1/organizations/b/tutoring', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ proposed: 1, answerBy: '2026-12-10' });
    }),
  );
  const { user } = await renderPage(<PlanTab organizationId="b" />, 'tutors');
  expect(await screen.findByText(/просит тьютора; поможет: Методика; работает в этом муниципалитете/)).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Предложить: Вторая' }));
  await user.click(screen.getByRole('button', { name: 'Предложить 1 педагогу' }));
  await waitFor(() => expect(sent).toEqual([{ pairs: [{ teacherId: 'p0', tutorId: 't' }], note: null }]));
});

test('a centre hands a teacher over, a school only reads', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/b/tutoring', () => HttpResponse.json({ items: [row], next: null })),
    http.get('*/api/v1/organizations/b/tutors', () =>
      HttpResponse.json({ items: [{ ...tutor, personId: 'p9', personName: 'Сменова', active: 1 }], next: null }),
    ),
    http.post('*/api/v1/organizations/b/tutoring/a1/hand-over', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'a2', status: 'Proposed', version: 1 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <TutoringPage organizationId="b" search={{}} onSearch={vi.fn()} mayManage />
    </main>,
    'tutors',
  );
  await user.click(await screen.findByRole('button', { name: 'Передать: Учителева Ольга' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('combobox', { name: /Тьютор/ }));
  await user.click(await within(dialog).findByRole('option', { name: /Сменова/ }));
  await user.type(within(dialog).getByLabelText(/Причина/), 'Отпуск');
  await user.click(within(dialog).getByRole('button', { name: 'Предложить другого тьютора' }));
  await waitFor(() => expect(sent).toEqual([{ version: 2, tutorId: 'p9', reason: 'Отпуск' }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('a teacher without a tutor learns whom to ask, and one who is offered a tutor agrees', async () => {
  const own: Own = {
    now: [
      {
        id: 'a1',
        status: 'Proposed',
        bodyName: 'ЦНППМ',
        tutorName: 'Тьюторова Анна',
        note: null,
        startsOn: null,
        endsOn: null,
        answerBy: '2026-12-10',
        reason: null,
        takesOver: false,
        steps: ['Accept', 'Decline'],
        version: 1,
      },
    ],
    past: [],
    bodies: [],
  };
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me/tutoring', () => HttpResponse.json(own)),
    http.post('*/api/v1/me/tutoring/a1/answer', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'a1', status: 'Active', version: 2 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <MyTutorPage />
    </main>,
    'tutors',
  );
  expect(await screen.findByText(/ответ до 10\.12\.2026/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Согласиться' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Согласиться' }));
  await waitFor(() => expect(sent).toEqual([{ version: 1, yes: true, reason: null }]));
});

test('a teacher whose school nobody supports is told what to do', async () => {
  server.use(http.get('*/api/v1/me/tutoring', () => HttpResponse.json({ now: [], past: [], bodies: [] } satisfies Own)));
  await renderPage(<MyTutorPage />, 'tutors');
  expect(await screen.findByText(/Скажите об этом куратору/)).toBeInTheDocument();
});

test('a tutor sees who needs a meeting, records one and writes', async () => {
  const tutee: Tutee = {
    id: 'a1',
    status: 'Active',
    personName: 'Учителева Ольга',
    organizationName: 'СОШ № 1',
    bodyName: 'ЦНППМ',
    areas: ['methods'],
    startsOn: '2026-09-10',
    lastContactAt: null,
    nextConsultationAt: null,
    toRecord: 1,
    answerBy: null,
    routeId: 'r1',
    routeStatus: 'InProgress',
    nextTermOn: '2026-12-20',
    overdue: 0,
    activities: 4,
    activitiesDone: 1,
    need: 'ToRecord',
  };
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/me/tutees', () => HttpResponse.json({ items: [tutee], next: null })),
    http.get('*/api/v1/tutoring/a1', () => HttpResponse.json(one)),
    http.post('*/api/v1/tutoring/a1/consultations/c1/record', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'c1', status: 'Held', version: 2 });
    }),
  );
  const { user } = await renderPage(
    <main>
      <TuteesPage search={{}} onSearch={vi.fn()} />
      <TutoringOnePage tutoringId="a1" />
    </main>,
    'tutors',
  );
  expect(await screen.findByText('Отметить 1 встречу')).toBeInTheDocument();
  expect(screen.getByText('выполнено 1 из 4')).toBeInTheDocument();
  expect(await screen.findByText('Урок в плане')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Отметить встречу' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Что получилось/), 'Выбрали курс');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 1, held: true, result: 'Выбрали курс' }]));
});
