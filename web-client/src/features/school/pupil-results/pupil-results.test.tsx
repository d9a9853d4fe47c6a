import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Item, Result, SumItem } from './api';
import { OwnResultsPage } from './own-page';
import { SchoolResultsPage } from './school-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/subject', () => HttpResponse.json([{ code: 'mathematics', nameRu: 'Математика', nameEn: 'Mathematics' }])),
  http.get('*/api/v1/dictionaries/olympiad-stage', () => HttpResponse.json([{ code: 'school', nameRu: 'Школьный этап', nameEn: 'School stage' }])),
];

const item: Item = {
  id: 'r',
  organizationId: 'o',
  organizationName: 'СОШ № 1',
  personId: 'p',
  personName: 'Новичкова Анна',
  schoolYear: 2025,
  kind: 'Vpr',
  subject: 'mathematics',
  grade: 6,
  term: null,
  stage: null,
  pupils: 8,
  successful: 6,
  prizes: null,
  countedOn: '2026-05-15',
  isSmall: true,
  version: 2,
};

const before = { pupils: 8, successful: 5, countedOn: '2026-05-15', prizes: null };
const after = { ...before, successful: 6 };

const result: Result = {
  ...item,
  figure: after,
  toldAt: '2026-05-20T10:00:00Z',
  toldByName: 'Куратор',
  withdrawnAt: null,
  mayChange: true,
  mayUndo: true,
  history: [
    {
      id: 'c',
      step: 'Correct',
      before,
      after,
      reason: 'По протоколу',
      changedAt: '2026-05-20T10:00:00Z',
      changedByName: 'Куратор',
      undoneAt: null,
      undoneByName: null,
    },
  ],
};

const sum: SumItem = {
  kind: 'Vpr',
  term: null,
  stage: null,
  subject: 'mathematics',
  now: { teachers: 2, pupils: 40, successful: 34, prizes: null, share: 85, isSmall: false },
  before: { teachers: 1, pupils: 40, successful: 30, prizes: null, share: 75, isSmall: false },
  difference: 10,
};

const together: SumItem = { ...sum, subject: null };

const olympiad: SumItem = {
  ...sum,
  kind: 'Olympiad',
  stage: 'school',
  subject: null,
  now: { ...sum.now, successful: 48, prizes: 3, share: 120 },
  before: { ...sum.before, pupils: 0, share: null },
  difference: null,
};

const onSearch = vi.fn();

const school = (search = {}) => (
  <main>
    <SchoolResultsPage organizationId="o" search={search} onSearch={onSearch} mayImport />
  </main>
);

test('sums stand by kind beside the year before', async () => {
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/o/pupil-results/sums', () => HttpResponse.json({ schoolYear: 2026, items: [together, sum, olympiad] })),
  );
  const { container, user } = await renderPage(school(), 'pupil-results');
  const vpr = within(await screen.findByRole('table', { name: 'ВПР' }));
  expect(vpr.queryByRole('row', { name: /Математика/ })).not.toBeInTheDocument();
  expect(vpr.getByRole('row', { name: /Все предметы вместе/ })).toHaveTextContent(/40.*34.*85\s?%.*75\s?%.*\+10 п\. п\./);
  const olympiads = within(screen.getByRole('table', { name: 'Олимпиады' }));
  expect(await olympiads.findByText('Школьный этап')).toBeInTheDocument();
  expect(olympiads.getByRole('row', { name: /Все предметы вместе/ })).toHaveTextContent(/Школьный этап.*120/);
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'По предметам: ВПР' }));
  expect(onSearch).toHaveBeenCalledWith({ kind: 'Vpr' });
});

test('a kind is told by its subjects', async () => {
  server.use(...dictionaries, http.get('*/api/v1/organizations/o/pupil-results/sums', () => HttpResponse.json({ schoolYear: 2026, items: [together, sum] })));
  await renderPage(school({ kind: 'Vpr' }), 'pupil-results');
  expect(await screen.findByRole('row', { name: /Математика/ })).toBeInTheDocument();
});

test('of a year without figures nothing is said, not nought', async () => {
  const ahead = { ...together, now: { teachers: 0, pupils: 0, successful: 0, prizes: null, share: null, isSmall: false }, difference: null };
  server.use(...dictionaries, http.get('*/api/v1/organizations/o/pupil-results/sums', () => HttpResponse.json({ schoolYear: 2026, items: [ahead] })));
  await renderPage(school(), 'pupil-results');
  const cells = within(await screen.findByRole('row', { name: /Все предметы вместе/ })).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual(['—', '—', '—', expect.stringMatching(/75\s?%/), '—']);
});

test('a school without figures is told what they are for', async () => {
  server.use(...dictionaries, http.get('*/api/v1/organizations/o/pupil-results/sums', () => HttpResponse.json({ schoolYear: 2026, items: [] })));
  await renderPage(school(), 'pupil-results');
  expect(await screen.findByText(/как меняются результаты обучающихся/)).toBeInTheDocument();
});

test('a figure opens with its history, says that it is small, and its last change is undone', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/pupil-results', () => HttpResponse.json({ items: [item], next: null })),
    http.get('*/api/v1/pupil-results/r', () => HttpResponse.json(result)),
    http.post('*/api/v1/pupil-results/r/undo', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r', isWithdrawn: false, version: 3 });
    }),
  );
  const { user } = await renderPage(school({ view: 'figures' }), 'pupil-results');
  await user.click(await screen.findByRole('button', { name: 'Открыть: Новичкова Анна, ВПР' }));
  const dialog = await screen.findByRole('dialog', { name: 'Сведения о результате' });
  expect(await within(dialog).findByText('Меньше десяти обучающихся')).toBeInTheDocument();
  expect(within(dialog).getByText(/Было: 5 из 8/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Отменить последнее изменение' }));
  await waitFor(() => expect(sent).toEqual([{ version: 2 }]));
});

test('a teacher enters an olympiad with its stage and prizes', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/pupil-results', () => HttpResponse.json({ items: [], next: null })),
    http.post('*/api/v1/organizations/o/pupil-results', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'n', isWithdrawn: false, version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderPage(
    <main>
      <OwnResultsPage search={{}} onSearch={onSearch} personId="p" places={[{ id: 'o', name: 'СОШ № 1' }]} />
    </main>,
    'pupil-results',
  );
  await user.click((await screen.findAllByRole('button', { name: 'Внести сведения' }))[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Внести сведения' });
  await user.selectOptions(await within(dialog).findByLabelText('Вид'), 'Olympiad');
  await user.selectOptions(within(dialog).getByLabelText(/Предмет/), 'mathematics');
  await user.type(within(dialog).getByLabelText(/Обучались/), '54');
  await user.type(within(dialog).getByLabelText(/Участий/), '60');
  await user.type(within(dialog).getByLabelText(/Призовых мест/), '3');
  await user.type(await within(dialog).findByLabelText(/Дата/), '25.10.2026');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    personId: 'p',
    kind: 'Olympiad',
    subject: 'mathematics',
    grade: 5,
    stage: 'school',
    term: null,
    figure: { pupils: 54, successful: 60, prizes: 3, countedOn: '2026-10-25' },
  });
});
