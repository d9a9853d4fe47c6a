import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Import, StaffList } from './api';
import { ImportPage } from './import-page';
import { ImportsPage } from './imports-page';

const list: Import = {
  id: 'i',
  kind: 'StaffList',
  status: 'Unmatched',
  organizationId: 'o',
  regionCode: 'RU-TVE',
  fileName: 'Сотрудники.xlsx',
  rowsTotal: 0,
  rowsDone: 0,
  problems: 0,
  creates: 0,
  updates: 0,
  ends: 0,
  unchanged: 0,
  elsewhere: 0,
  staff: 0,
  joins: 0,
  leaves: 0,
  asksMassChange: false,
  isAskedAgain: false,
  missingPages: [],
  rowsMissing: 0,
  questions: 0,
  createdAt: '2026-10-01T09:00:00Z',
  createdBy: 'Ким',
  failure: null,
  version: 1,
};

const read: StaffList = {
  sheets: [{ name: 'Кадры', rows: 3 }],
  sheet: 'Кадры',
  headingLine: 2,
  isWhole: false,
  columns: [
    { at: 0, letters: 'A', heading: 'ФИО', field: 'FullName', samples: ['Иванова Анна'] },
    { at: 1, letters: 'B', heading: 'Кем работает', field: null, samples: ['учитель физики', 'дворник'] },
  ],
  missing: ['Position'],
  people: 2,
  leftOut: 0,
  skipped: [5],
  rows: [
    {
      line: 3,
      familyName: 'Иванова',
      givenName: 'Анна',
      patronymic: null,
      birthDate: null,
      position: 'учитель физики',
      positionCode: null,
      startedOn: null,
      lastDay: null,
      isMain: null,
      email: null,
      phone: null,
      number: null,
      qualification: null,
      faults: [],
    },
  ],
  positions: [
    { written: 'учитель физики', rows: 1, guess: 'teacher', isAnswered: false, code: null },
    { written: 'дворник', rows: 1, guess: null, isAnswered: false, code: null },
  ],
  positionsTotal: 2,
  questions: [
    {
      key: 'known:3:p',
      kind: 'Known',
      name: 'Иванова Анна',
      lines: [3],
      personId: 'p',
      otherName: 'Иванова Анна Петровна',
      otherBirthDate: null,
      isSame: null,
    },
  ],
  questionsTotal: 1,
  answers: [],
  rest: null,
  version: 1,
};

test('columns are corrected, words and people answered, and all is sent together', async () => {
  const asked: { columns?: { at: number; field: string }[] }[] = [];
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(list)),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([{ code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' }])),
    http.post('*/api/v1/imports/i/read', async ({ request }) => {
      const said = (await request.json()) as (typeof asked)[number];
      asked.push(said);
      const field = (at: number) => said.columns?.find((one) => one.at === at)?.field;
      return HttpResponse.json(
        said.columns ? { ...read, missing: [], columns: read.columns.map((column) => ({ ...column, field: field(column.at) ?? null })) } : read,
      );
    }),
    http.post('*/api/v1/imports/i/match', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Received', version: 2 });
    }),
  );
  const { user, container } = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  expect(await screen.findByText(/Выберите столбцы, без которых список не прочитать: Должность/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Проверить список' })).toBeDisabled();
  expect(screen.getByText(/Не о людях .* строки: 5\./)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.selectOptions(screen.getByLabelText('Что в столбце «Кем работает»'), 'Position');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Проверить список' })).toBeEnabled());
  await user.selectOptions(await screen.findByLabelText('Должность «дворник» — это'), '');
  const question = screen.getByRole('radiogroup', { name: /уже известный школе человек/ });
  await user.click(within(question).getByRole('radio', { name: 'Да, один и тот же человек' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Проверить список' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Проверить список' }));

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    version: 1,
    reading: {
      sheet: 'Кадры',
      headingLine: 2,
      columns: [
        { at: 0, field: 'FullName' },
        { at: 1, field: 'Position' },
      ],
      isWhole: false,
      answers: [{ key: 'known:3:p', isSame: true }],
    },
    positions: [
      { written: 'учитель физики', code: 'teacher' },
      { written: 'дворник', code: null },
    ],
  });
});

test('what follows the first questions is reached, and the rest answered at once', async () => {
  const asked: { from?: number; rest?: boolean }[] = [];
  const sent: { reading: { rest?: boolean } }[] = [];
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(list)),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
    http.post('*/api/v1/imports/i/read', async ({ request }) => {
      const said = (await request.json()) as (typeof asked)[number];
      asked.push(said);
      return HttpResponse.json({ ...read, missing: [], questionsTotal: 812, rest: said.rest ?? null });
    }),
    http.post('*/api/v1/imports/i/match', async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number]);
      return HttpResponse.json({ status: 'Received', version: 2 });
    }),
  );
  const { user } = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  expect(await screen.findByText('Показаны с 1 по 500 из 812')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Следующие' }));
  expect(await screen.findByText('Показаны с 501 по 812 из 812')).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Ответ на все остальные вопросы'), 'false');
  await waitFor(() => expect(asked.at(-1)).toEqual({ from: 500, rest: false }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Проверить список' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Проверить список' }));
  await waitFor(() => expect(sent[0]?.reading.rest).toBe(false));
});

test('a table goes to the staff lists, an archive to the rosters', async () => {
  const sent: string[] = [];
  server.use(
    http.get('*/api/v1/imports', () => HttpResponse.json({ items: [], next: null })),
    http.post('*/api/v1/imports/staff-list', ({ request }) => {
      sent.push(request.headers.get('content-type') ?? '');
      return HttpResponse.json({ id: 'new' }, { status: 202 });
    }),
  );
  const onSent = vi.fn<(id: string) => void>();
  await renderPage(<ImportsPage target={{ kind: 'Roster', organizationId: 'o' }} onSent={onSent} />, 'imports');
  fireEvent.change(screen.getByLabelText('Файл для загрузки'), { target: { files: [new File(['x'], 'Сотрудники.XLSX')] } });
  await waitFor(() => expect(onSent).toHaveBeenCalledExactlyOnceWith('new'));
  expect(sent).toEqual(['application/octet-stream']);
});

test('whether it is the whole staff stays as it was said, whatever else is read anew', async () => {
  const sent: { reading: { isWhole: boolean } }[] = [];
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(list)),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
    http.post('*/api/v1/imports/i/read', async ({ request }) => {
      const { columns } = (await request.json()) as { columns?: unknown };
      return HttpResponse.json({ ...read, missing: [], isWhole: columns !== undefined });
    }),
    http.post('*/api/v1/imports/i/match', async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number]);
      return HttpResponse.json({ status: 'Received', version: 2 });
    }),
  );
  const { user } = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  expect(await screen.findByRole('radio', { name: /Только добавить и изменить/ })).toBeChecked();
  await user.selectOptions(screen.getByLabelText('Что в столбце «Кем работает»'), 'Position');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Проверить список' })).toBeEnabled());
  expect(screen.getByRole('radio', { name: /Только добавить и изменить/ })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Проверить список' }));
  await waitFor(() => expect(sent).toMatchObject([{ reading: { isWhole: false } }]));
});
