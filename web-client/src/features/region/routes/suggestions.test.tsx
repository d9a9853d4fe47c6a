import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Route } from './api';
import { RouteRead } from './route-read';
import { Suggestions } from './suggestions';
import type { Suggestion } from './suggestions-api';

const dictionaries = [
  http.get('*/api/v1/dictionaries/resource-kind', () => HttpResponse.json([{ code: 'course', nameRu: 'Курс', nameEn: 'Course' }])),
  http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'methods', nameRu: 'Методика', nameEn: 'Methods' }])),
  http.get('*/api/v1/dictionaries/pedagogical-product', () => HttpResponse.json([])),
];

const route: Route = {
  route: {
    id: 'r1',
    personId: 'p1',
    personName: 'Учителева Ольга',
    organizationId: 's',
    organizationName: 'СОШ № 1',
    status: 'InProgress',
    startsOn: '2026-09-01',
    endsOn: '2031-08-31',
    image: 'Учитель, к которому идут за советом',
    closeReason: null,
    revision: 7,
  },
  own: true,
  moves: [],
  warnings: [],
  findings: [
    {
      id: 'f1',
      kind: 'Deficit',
      areaCode: 'methods',
      text: 'Трудно оценивать работу в группах',
      levelBefore: 35,
      diagnosisId: null,
      goalId: null,
      closedOn: null,
    },
  ],
  goals: [],
  alternatives: [],
  activities: [],
  products: [],
  versions: [],
  reflections: [],
  pasts: [],
  comments: [{ id: 'c1', activityId: null, byTeacher: false, text: 'Начните с малого', madeAt: '2026-10-01T09:00:00Z' }],
};

const suggestion: Suggestion = {
  resourceId: 'k1',
  kind: 'course',
  title: 'Курс «Оценивание для развития»',
  host: 'Институт',
  bodyName: 'ЦНППМ',
  regionNameRu: 'Тверская область',
  ownRegion: true,
  format: 'OnSite',
  findingIds: ['f1'],
  runId: 'n1',
  startsOn: '2027-02-01',
  endsOn: '2027-02-05',
  applyUntil: '2027-01-20',
  freePlaces: 3,
  section: 'A',
};

const serve = () => server.use(...dictionaries, http.get('*/api/v1/routes/r1/resource-suggestions', () => HttpResponse.json([suggestion])));

test('a suggestion says why, and one act puts it into the roadmap as a correction', async () => {
  const sent: unknown[] = [];
  serve();
  server.use(
    http.post('*/api/v1/routes/r1/plan-resource', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 8, warnings: [] });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <h2>Шаг 4</h2>
      <Suggestions route={route} />
    </main>,
    'routes',
  );
  expect(await screen.findByText(/К затруднению «Трудно оценивать работу в группах»/)).toBeInTheDocument();
  expect(screen.getByText(/ваш регион · 01\.02\.2027 – 05\.02\.2027, в пределах маршрута · свободно 3 места/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: `В дорожную карту: ${suggestion.title}` }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Ожидаемый продукт/), 'Листы самооценки');
  await user.type(within(dialog).getByLabelText(/Что изменилось/), 'Нашёлся курс');
  await user.click(within(dialog).getByRole('button', { name: 'В дорожную карту' }));
  await waitFor(() =>
    expect(sent).toEqual([
      {
        version: 7,
        resourceId: 'k1',
        runId: 'n1',
        section: 'A',
        findingIds: ['f1'],
        product: 'Листы самооценки',
        reason: 'Teacher',
        words: 'Нашёлся курс',
      },
    ]),
  );
});

test('a tutor reads the route, plans nothing and comments', async () => {
  const sent: unknown[] = [];
  serve();
  server.use(
    http.get('*/api/v1/routes/r1', () => HttpResponse.json({ ...route, own: false })),
    http.post('*/api/v1/routes/r1/comments', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'c2' }, { status: 201 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <RouteRead routeId="r1" />
    </main>,
    'routes',
  );
  expect(await screen.findByText('Учитель, к которому идут за советом')).toBeInTheDocument();
  expect(screen.getByText('Начните с малого')).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: suggestion.title })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /В дорожную карту/ })).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Оставить комментарий' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Комментарий/), 'Хороший шаг');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить' }));
  await waitFor(() => expect(sent).toEqual([{ text: 'Хороший шаг', activityId: null }]));
});
