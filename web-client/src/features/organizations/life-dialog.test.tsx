import { Suspense } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { OrganizationPage } from './organization-page';

const school = {
  id: 's',
  nameShort: 'Школа № 12',
  nameFull: 'Школа № 12',
  kind: 'School',
  sector: 'General',
  territoryCode: '28701000',
  territoryNameRu: 'Тверь',
  regionCode: 'RU-TVE',
  regionNameRu: 'Тверская область',
  status: 'Open',
  version: 3,
  events: [
    { kind: 'KindChanged', occurredOn: '2026-09-01', detail: { kind: { from: 'College', to: 'School' }, basis: { from: null, to: 'Приказ № 5' } } },
  ],
  successors: [],
  predecessors: [{ id: 'p', nameShort: 'Школа № 3', since: '2025-09-01' }],
};

async function open(kept: string) {
  server.use(
    http.get('*/api/v1/organizations/s', () => HttpResponse.json(school)),
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [{ ...school, id: 'h', nameShort: 'Школа № 1' }], next: null })),
    http.get('*/api/v1/territories', () => HttpResponse.json([{ code: '28604000', nameRu: 'Бологовский район', nameEn: 'Bologovsky' }])),
    http.get('*/api/v1/dictionaries/organization-kind', () =>
      HttpResponse.json([
        { code: 'School', nameRu: 'Школа', nameEn: 'School' },
        { code: 'College', nameRu: 'Колледж', nameEn: 'College' },
      ]),
    ),
  );
  const view = await renderPage(
    <Suspense>
      <OrganizationPage organizationId="s" keeps={(region) => region === kept} />
    </Suspense>,
    'organizations',
  );
  await screen.findByRole('heading', { name: 'Школа № 12' });
  return view;
}

test('the history is told in words, and what it carries on is a link', async () => {
  await open('RU-SVE');
  expect(await screen.findByText('Вид: было «Колледж», стало «Школа»')).toBeInTheDocument();
  expect(screen.getByText('Основание: Приказ № 5')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Школа № 3' })).toHaveAttribute('href', '/organizations/p');
  expect(screen.queryByRole('button', { name: 'Записать событие' })).not.toBeInTheDocument();
});

test('whoever keeps the region tells what became of it', async () => {
  const sent: unknown[] = [];
  const { user } = await open('RU-TVE');
  server.use(
    http.post('*/api/v1/organizations/s/kind', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ kind: 'College', sector: 'Vocational', version: 4 });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByLabelText('Событие'), 'Стала организацией другого вида');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.type(await within(dialog).findByRole('textbox', { name: /С какого дня/ }), '01.10.2026');
  await user.selectOptions(within(dialog).getByLabelText(/Вид/), 'Колледж');
  await user.type(within(dialog).getByLabelText('Основание: документ'), 'Приказ № 7');
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, on: '2026-10-01', basis: 'Приказ № 7', kind: 'College' }]));
});
