import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Instrument } from './api';
import { contentOf, valuesOf } from './content-values';
import { InstrumentPage } from './instrument-page';
import { InstrumentsPage } from './instruments-page';

const outside: Instrument = {
  id: 'i',
  code: 'centre',
  edition: 1,
  kind: 'Deficits',
  form: 'Outside',
  nameRu: 'Оценка центра',
  nameEn: 'Assessment',
  ownerRegion: null,
  ownerOrganizationId: 'o',
  ownerName: 'ЦНППМ',
  status: 'Draft',
  content: {
    scales: [],
    items: [],
    rule: 'Mean',
    bands: [{ from: 0, ru: 'нет', en: 'none' }],
    outside: {
      areas: [
        { code: 'П1', ru: 'Право', en: 'Law', area: 'legal', from: 0, to: 20, levels: null },
        { code: 'П2', ru: 'Урок', en: 'Lesson', area: 'legal', from: null, to: null, levels: [{ word: 'базовый', value: 80 }, { word: 'высокий', value: 5 }] },
      ],
    },
  },
  own: true,
  steps: ['Publish', 'Withdraw'],
  version: 4,
};

const row = { ...outside, items: 2, status: 'Published' as const };
const known = [
  http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'legal', nameRu: 'Нормативная', nameEn: 'Law' }])),
  http.get('*/api/v1/organizations/o', () => HttpResponse.json({ id: 'o', nameShort: 'ЦНППМ' })),
  http.get('*/api/v1/instruments', () => HttpResponse.json({ items: [row], next: null })),
];

test('what a form holds becomes the same content again', () => {
  expect(contentOf(valuesOf('а', 'a', outside.content), true)).toEqual(outside.content);
});

test('a body sees its instruments', async () => {
  server.use(...known);
  const { container } = await renderPage(
    <main>
      <InstrumentsPage place={{ organizationId: 'o' }} search={{}} onSearch={vi.fn()} />
    </main>,
    'diagnosis',
  );
  expect(await screen.findByRole('link', { name: 'Оценка центра' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test.each([
  ['RU-TVE', { ownerRegion: 'RU-TVE' }],
  ['RU', {}],
])('for %s an instrument of its own is begun from another one', async (territory, owner) => {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const questions = { ...row, form: 'Asked' as const };
  server.use(
    ...known.slice(0, 1),
    http.get('*/api/v1/instruments', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('territory') ?? '');
      return HttpResponse.json({ items: [questions], next: null });
    }),
    http.get('*/api/v1/instruments/i', () => HttpResponse.json({ ...outside, form: 'Asked' })),
    http.post('*/api/v1/instruments', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'n', edition: 1, status: 'Draft', version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderPage(<InstrumentsPage place={{ territory, name: 'Место' }} search={{}} onSearch={vi.fn()} />, 'diagnosis');
  await screen.findByRole('link', { name: 'Оценка центра' });
  expect(screen.queryByRole('link', { name: 'Передать результаты' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Новая методика' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Название по-русски/), 'Своя');
  await user.type(within(dialog).getByLabelText(/Название по-английски/), 'Own');
  await user.type(within(dialog).getByLabelText(/Код/), 'own-one');
  await user.click(within(dialog).getByRole('button', { name: 'Составить черновик' }));
  await waitFor(() =>
    expect(sent).toEqual([{ code: 'own-one', kind: 'Deficits', nameRu: 'Своя', nameEn: 'Own', content: outside.content, ...owner }]),
  );
  expect(new Set(asked)).toEqual(new Set([territory]));
});

test('a draft is written anew, and a fault is told at its row', async () => {
  const sent: unknown[] = [];
  server.use(
    ...known,
    http.get('*/api/v1/instruments/i', () => HttpResponse.json(outside)),
    http.put('*/api/v1/instruments/i', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(
        { title: 'x', status: 400, code: 'instrument.outside-scale', errors: { '/content/outside/areas/1': ['Нужны два уровня'] } },
        { status: 400 },
      );
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <InstrumentPage place={{ organizationId: 'o' }} instrumentId="i" />
    </main>,
    'diagnosis',
  );
  expect(await screen.findByRole('group', { name: 'Область 2' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }));
  expect(await screen.findAllByText(/Нужны два уровня/)).toHaveLength(2);
  expect(sent).toEqual([{ version: 4, nameRu: 'Оценка центра', nameEn: 'Assessment', content: outside.content }]);
});
