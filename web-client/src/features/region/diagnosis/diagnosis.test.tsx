import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Diagnosis } from './api';
import { DiagnosesPage } from './diagnoses-page';
import { DiagnosisPage } from './diagnosis-page';

const areas = http.get('*/api/v1/dictionaries/competence-area', () =>
  HttpResponse.json([
    { code: 'legal', nameRu: 'Нормативная', nameEn: 'Law' },
    { code: 'methods', nameRu: 'Методическая', nameEn: 'Methods' },
  ]),
);

const level = (code: string, value: number, ru: string) => ({ code, value, ru, en: code });
const item = (code: string, area: string, ru: string) => ({ code, area, type: 'Scale' as const, ru, en: code, required: true, scale: 's' });

const draft: Diagnosis = {
  id: 'd',
  personId: 'p',
  personName: 'Смирнова Анна',
  organizationId: 'o',
  organizationName: 'СОШ № 1',
  kind: 'Deficits',
  author: 'Self',
  expertName: null,
  status: 'Draft',
  instrumentNameRu: 'Дефициты педагога',
  instrumentNameEn: 'Deficits',
  instrumentVersion: 2,
  content: {
    scales: [{ code: 's', levels: [level('easy', 0, 'Легко'), level('hard', 100, 'Трудно')] }],
    items: [item('l1', 'legal', 'Работа с законами'), item('m1', 'methods', 'Планирование урока')],
    rule: 'Mean',
    bands: [
      { from: 0, ru: 'нет дефицита', en: 'none' },
      { from: 60, ru: 'дефицит', en: 'deficit' },
    ],
    outside: null,
  },
  answers: {},
  areas: [],
  evidence: [],
  startedAt: '2026-10-01T09:00:00Z',
  savedAt: null,
  doneAt: null,
  readers: [],
  own: true,
  fills: true,
  steps: ['Finish', 'Withdraw'],
  others: [],
  version: 1,
};

const done: Diagnosis = {
  ...draft,
  status: 'Done',
  doneAt: '2026-10-02T09:00:00Z',
  steps: [],
  areas: [
    { area: 'legal', level: 0, restsOn: { shown: 1, answered: 1, items: ['l1'] } },
    { area: 'methods', level: 100, restsOn: { shown: 1, answered: 1, items: ['m1'] } },
  ],
  evidence: [{ id: 'f', area: 'methods', name: 'конспект.pdf', size: 2048, addedAt: '2026-10-01T09:00:00Z' }],
  others: [{ id: 'e', author: 'Outside', expertName: 'ЦНППМ', doneAt: '2025-10-02T09:00:00Z' }],
  version: 3,
};

const helpers = http.get('*/api/v1/diagnoses/helpers', () =>
  HttpResponse.json({
    people: [{ personId: 'x', name: 'Экспертова Ольга', role: 'Expert', organizationId: 'c', organizationName: 'ЦНППМ' }],
    organizations: [{ id: 'o', name: 'СОШ № 1', school: true }],
  }),
);

async function open(one: Diagnosis, ...more: Parameters<typeof server.use>) {
  server.use(areas, helpers, http.get('*/api/v1/diagnoses/d', () => HttpResponse.json(one)), ...more);
  const view = await renderPage(
    <main>
      <DiagnosisPage diagnosisId="d" />
    </main>,
    'diagnosis',
  );
  await screen.findByRole('heading', { level: 1, name: 'Дефициты педагога' });
  return view;
}

test('a teacher begins by an instrument that is asked, or asks an expert', async () => {
  const sent: unknown[] = [];
  const asked: (string | null)[] = [];
  server.use(
    helpers,
    http.get('*/api/v1/diagnoses', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/me/workplaces', () => HttpResponse.json([{ organizationId: 'o', organizationName: 'СОШ № 1' }])),
    http.get('*/api/v1/instruments', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('form'));
      return HttpResponse.json({ items: [{ id: 'i', nameRu: 'Дефициты педагога', nameEn: 'Deficits', edition: 2 }], next: null });
    }),
    http.post('*/api/v1/diagnoses', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'd', status: 'Draft', version: 1 }, { status: 201 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <DiagnosesPage search={{}} onSearch={vi.fn()} />
    </main>,
    'diagnosis',
  );
  await user.click(await screen.findByRole('button', { name: 'Начать диагностику' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('combobox', { name: /Методика/ }));
  await user.click(await within(dialog).findByRole('option', { name: 'Дефициты педагога, редакция 2', hidden: true }));
  expect(await axeFaults(container)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Начать' }));
  await waitFor(() => expect(sent).toEqual([{ organizationId: 'o', instrumentId: 'i', expertId: null }]));
  expect(new Set(asked)).toEqual(new Set(['Asked']));
});

test('answers are kept by themselves, and it ends when all is answered', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open(
    draft,
    http.get('*/api/v1/storage/room', () => HttpResponse.json({ takesFiles: true, left: 1_000_000 })),
    http.put('*/api/v1/diagnoses/d/answers', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'd', status: 'Draft', version: 1 + sent.length });
    }),
    http.post('*/api/v1/diagnoses/d/finish', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'd', status: 'Done', version: 9 });
    }),
  );
  expect(await screen.findByText('Область 1 из 2')).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Трудно' }));
  await waitFor(() => expect(sent).toEqual([{ version: 1, answers: { l1: 'hard' } }]), { timeout: 3000 });
  expect(await screen.findByText('Ответы сохранены')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Дальше' }));
  await user.click(screen.getByRole('button', { name: 'Завершить' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Остался 1 вопрос');
  await user.click(screen.getByRole('radio', { name: 'Легко' }));
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Завершить' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ version: sent.length }));
  expect(sent.at(-2)).toMatchObject({ answers: { l1: 'hard', m1: 'easy' } });
});

test('a file is laid beside an area, and taken away', async () => {
  const acts: string[] = [];
  const evidence = [{ id: 'f', area: 'legal', name: 'приказ.pdf', size: 2048, addedAt: '2026-10-01T09:00:00Z' }];
  const { user } = await open(
    { ...draft, evidence },
    http.get('*/api/v1/storage/room', () => HttpResponse.json({ takesFiles: true, left: 1_000_000 })),
    http.post('*/api/v1/diagnoses/d/evidence', () => {
      acts.push('add');
      return HttpResponse.json({ id: 'g' }, { status: 201 });
    }),
    http.delete('*/api/v1/diagnoses/d/evidence/f', () => {
      acts.push('remove');
      return HttpResponse.json({ id: 'd', status: 'Draft', version: 1 });
    }),
  );
  expect(await screen.findByRole('button', { name: 'приказ.pdf' })).toBeInTheDocument();
  await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, new File(['План'], 'plan.txt', { type: 'text/plain' }));
  await waitFor(() => expect(acts).toEqual(['add']));
  await user.click(screen.getByRole('button', { name: 'Удалить файл «приказ.pdf»' }));
  await waitFor(() => expect(acts).toEqual(['add', 'remove']));
});

test('the result tells each level, its files, and is compared and shared', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open(
    done,
    http.get('*/api/v1/diagnoses/d/comparison', () =>
      HttpResponse.json({
        earlier: { id: 'e', author: 'Outside', expertName: 'ЦНППМ', instrumentVersion: 1, doneAt: '2025-10-02T09:00:00Z' },
        later: { id: 'd', author: 'Self', expertName: null, instrumentVersion: 2, doneAt: '2026-10-02T09:00:00Z' },
        sameEdition: false,
        areas: [{ code: 'methods', earlier: 40, later: 100, change: 60 }],
      }),
    ),
    http.put('*/api/v1/diagnoses/d/readers', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'd', status: 'Done', version: 4 });
    }),
  );
  expect(await screen.findByText('100 · дефицит')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'конспект.pdf' })).toBeInTheDocument();
  await user.click(await screen.findByRole('combobox', { name: 'С чем сравнить' }));
  await user.click(await screen.findByRole('option', { name: /внешняя диагностика: ЦНППМ/, hidden: true }));
  expect(await screen.findByText('+60')).toBeInTheDocument();
  expect(screen.getByText(/Методики разные/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Кому открыть' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('checkbox', { name: /Экспертова Ольга/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, personIds: ['x'], organizationIds: [] }]));
});

test('an outside result shows the areas of its own instrument', async () => {
  await open({
    ...done,
    author: 'Outside',
    expertName: 'ЦНППМ',
    fills: false,
    answers: { П1: '12' },
    areas: [{ area: 'legal', level: 60, restsOn: { shown: 1, answered: 1, items: ['П1'] } }],
    content: { ...draft.content, items: [], scales: [], outside: { areas: [{ code: 'П1', ru: 'Право', en: 'Law', area: 'legal', from: 0, to: 20 }] } },
    others: [],
  });
  expect(await screen.findByText('Право: 12 / 20')).toBeInTheDocument();
  expect(screen.getByText(/внешняя диагностика: ЦНППМ/)).toBeInTheDocument();
});
