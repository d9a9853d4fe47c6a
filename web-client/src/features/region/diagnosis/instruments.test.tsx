import { screen } from '@testing-library/react';
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
      <InstrumentsPage organizationId="o" search={{}} onSearch={vi.fn()} />
    </main>,
    'diagnosis',
  );
  expect(await screen.findByRole('link', { name: 'Оценка центра' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
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
      <InstrumentPage organizationId="o" instrumentId="i" />
    </main>,
    'diagnosis',
  );
  expect(await screen.findByRole('group', { name: 'Область 2' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }));
  expect(await screen.findAllByText(/Нужны два уровня/)).toHaveLength(2);
  expect(sent).toEqual([{ version: 4, nameRu: 'Оценка центра', nameEn: 'Assessment', content: outside.content }]);
});
