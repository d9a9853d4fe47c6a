import { createElement } from 'react';
import { screen } from '@testing-library/react';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Activity, Finding, Route } from './api';
import { RoutePage } from './route-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/competence-area', () =>
    HttpResponse.json([
      { code: 'methods', nameRu: 'Методика', nameEn: 'Methods' },
      { code: 'ict', nameRu: 'ИКТ', nameEn: 'ICT' },
    ]),
  ),
  http.get('*/api/v1/dictionaries/pedagogical-product', () => HttpResponse.json([{ code: 'lesson', nameRu: 'Разработка занятия', nameEn: 'Lesson' }])),
];

export const deficit: Finding = {
  id: 'f1',
  kind: 'Deficit',
  areaCode: 'methods',
  text: 'Трудно оценивать работу в группах',
  levelBefore: 35,
  diagnosisId: null,
  goalId: null,
  closedOn: null,
};

export const activity: Activity = {
  id: 'a1',
  section: 'A',
  title: 'Курс «Оценивание»',
  areaCodes: ['methods'],
  findingIds: ['f1'],
  startsOn: '2026-09-01',
  endsOn: '2027-01-31',
  resources: null,
  product: 'Пакет диагностик',
  programId: null,
  resourceId: null,
  resourceRunId: null,
  status: 'InProgress',
  statusReason: null,
  doneOn: null,
};

export const route: Route = {
  route: {
    id: 'r1',
    personId: 'p1',
    personName: 'Смирнова Анна',
    organizationId: 's2',
    organizationName: 'Лицей № 2',
    status: 'InProgress',
    startsOn: '2024-09-01',
    endsOn: '2029-08-31',
    image: 'Учитель, к которому идут за советом',
    closeReason: null,
    revision: 7,
  },
  own: true,
  moves: ['Reflection', 'Closed'],
  warnings: [],
  findings: [deficit],
  goals: [],
  alternatives: [],
  activities: [activity],
  products: [],
  versions: [{ number: 1, reason: 'First', words: '', madeAt: '2024-09-20T09:00:00Z' }],
  reflections: [
    { id: 'x1', findingId: null, madeOn: '2026-05-20', closeness: 40, meaning: 4, motivation: 5, words: 'Пока страшно', shared: false },
  ],
  comments: [{ id: 'c1', activityId: 'a1', byTeacher: false, text: 'Начните с малого', madeAt: '2026-11-01T09:00:00Z' }],
  pasts: [{ organizationName: 'СОШ № 1', since: '2024-09-01', until: '2026-09-01' }],
};

const own = http.get('*/api/v1/routes', () =>
  HttpResponse.json([
    { id: 'r1', status: 'InProgress', startsOn: '2024-09-01', endsOn: '2029-08-31', activities: 1, activitiesDone: 0, products: 0, nextOn: null },
  ]),
);

export const show = async (shown: Route = route) => {
  server.use(
    ...dictionaries,
    own,
    http.get('*/api/v1/routes/r1', () => HttpResponse.json(shown)),
  );
  const view = await renderPage(createElement('main', null, createElement(RoutePage)), 'routes');
  await screen.findByText(deficit.text);
  return view;
};
