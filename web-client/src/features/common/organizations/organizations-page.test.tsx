import { useState } from 'react';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createQueryClient } from '@/shared/api/query-client';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { meWith } from '@/testing/me';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Assignment } from '@/shared/me/api';
import type { Organization, OrganizationSearch } from './api';
import { school as schoolRecord } from './fixtures';
import { keptRegions } from './kept-regions';
import { OrganizationsPage } from './organizations-page';
import { ownPlace } from './own-place';

const school: Organization = {
  id: 's',
  nameShort: 'Школа № 12',
  nameFull: 'Средняя школа № 12',
  kind: 'School',
  sector: 'General',
  territoryCode: '28701000',
  territoryNameRu: 'Тверь',
  regionCode: 'RU-TVE',
  ogrn: '1026901606610',
  address: 'г. Тверь',
  status: 'Open',
};

const role: Assignment = {
  id: 'r',
  role: 'RegionalCoordinator',
  organizationId: null,
  organizationName: null,
  territoryCode: null,
  territoryName: null,
  territoryLevel: null,
  delegated: null,
};

function Page() {
  const [search, setSearch] = useState<OrganizationSearch>({});
  return <OrganizationsPage search={search} onSearch={(change) => setSearch({ ...search, ...change })} />;
}

test('lists page by page and narrows down to a municipality', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/organizations', ({ request }) => {
      const { search } = new URL(request.url);
      asked.push(search);
      return HttpResponse.json({ items: [school], next: search ? null : 'more' });
    }),
    http.get('*/api/v1/dictionaries/organization-kind', () =>
      HttpResponse.json([{ code: 'School', nameRu: 'Школа', nameEn: 'School' }]),
    ),
    http.get('*/api/v1/territories', () =>
      HttpResponse.json([{ code: '28701000', nameRu: 'Тверь', nameEn: 'Tver' }]),
    ),
  );
  const { user, container } = await renderPage(<Page />, 'organizations');
  expect(await screen.findByRole('link', { name: 'Школа № 12' })).toHaveAttribute('href', '/organizations/s');
  expect(screen.getByRole('button', { name: 'Показать ещё' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Регион' }), 'RU-TVE');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Муниципалитет' }), '28701000');
  await screen.findByRole('link', { name: 'Школа № 12' });
  expect(asked).toEqual(['', '?territory=RU-TVE', '?territory=28701000']);
});

test('says when nothing was found, and what failed', async () => {
  server.use(
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
  );
  const { user } = await renderPage(<Page />, 'organizations');
  expect(await screen.findByText('Организаций не нашлось')).toBeInTheDocument();
  server.use(http.get('*/api/v1/organizations', () => problem(400, { detail: 'Так искать нельзя' })));
  await user.type(screen.getByRole('searchbox'), 'школа');
  expect(await screen.findByRole('alert')).toHaveTextContent('Так искать нельзя');
});

test('organizations without a municipality are put into one together', async () => {
  const sent: unknown[] = [];
  const unplaced = { ...school, territoryCode: 'RU-TVE', territoryNameRu: 'Тверская область' };
  server.use(
    http.get('*/api/v1/organizations', () =>
      HttpResponse.json({ items: [unplaced, { ...unplaced, id: 't', nameShort: 'Школа № 13' }], next: null }),
    ),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
    http.get('*/api/v1/territories', () =>
      HttpResponse.json([{ code: '28701000', nameRu: 'Тверь', nameEn: 'Tver' }]),
    ),
    http.post('*/api/v1/organizations/municipality', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ placed: 2 });
    }),
  );
  function Placing() {
    const [search, setSearch] = useState<OrganizationSearch>({});
    return <OrganizationsPage mayPlace search={search} onSearch={(change) => setSearch({ ...search, ...change })} />;
  }
  const { user, container } = await renderPage(<Placing />, 'organizations');
  await user.click(await screen.findByRole('checkbox', { name: 'Без муниципалитета' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Выбрать: Школа № 12' }));
  await user.click(screen.getByRole('checkbox', { name: 'Выбрать: Школа № 13' }));
  expect(await axeFaults(container)).toEqual([]);
  await user.selectOptions(await screen.findByRole('combobox', { name: /Муниципалитет для 2 организаций/ }), 'Тверь');
  await user.click(screen.getByRole('button', { name: 'Записать' }));
  expect(await screen.findByText('Выберите организации в списке.')).toBeInTheDocument();
  expect(sent).toEqual([{ territoryCode: '28701000', organizationIds: ['s', 't'], on: null }]);
});

test('when all are placed it says so, and offers the regions that the reader keeps alone', async () => {
  server.use(
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
  );
  function Placing() {
    const [search, setSearch] = useState<OrganizationSearch>({ unplaced: 'yes' });
    const kept = keptRegions([{ ...role, territoryCode: 'RU-TVE', territoryLevel: 'Region' }]);
    return <OrganizationsPage mayPlace kept={kept} search={search} onSearch={(change) => setSearch({ ...search, ...change })} />;
  }
  const { user, container } = await renderPage(<Placing />, 'organizations');
  expect(await screen.findByText('У всех организаций есть муниципалитет')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Регион' })).toHaveTextContent(/^Тверская область$/);
  expect(await axeFaults(container)).toEqual([]);

  await user.type(screen.getByRole('searchbox'), 'школа');
  expect(await screen.findByText('Организаций не нашлось')).toBeInTheDocument();
});

test('the regions that are kept follow from the roles', () => {
  expect(keptRegions([{ ...role, territoryCode: 'RU', territoryLevel: 'Federation' }])).toBeUndefined();
  expect(keptRegions([{ ...role, territoryCode: 'skfo', territoryLevel: 'FederalDistrict' }])).toHaveLength(7);
  expect(keptRegions([{ ...role, territoryCode: '28701000', territoryLevel: 'Municipality' }])).toEqual([]);
});

test('the list begins with the own municipality, and the whole country is one choice away', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/organizations', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items: [], next: null });
    }),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
    http.get('*/api/v1/territories', () => HttpResponse.json([{ code: '28701000', nameRu: 'Тверь', nameEn: 'Tver' }])),
  );
  function Own() {
    const [search, setSearch] = useState<OrganizationSearch>({});
    const own = { region: 'RU-TVE', municipality: '28701000' };
    return <OrganizationsPage own={own} search={search} onSearch={(change) => setSearch({ ...search, ...change })} />;
  }
  const { user, container } = await renderPage(<Own />, 'organizations');
  expect(await screen.findByRole('combobox', { name: 'Муниципалитет' })).toHaveValue('28701000');
  expect(await axeFaults(container)).toEqual([]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Муниципалитет' }), 'Весь регион');
  await user.click(await screen.findByRole('button', { name: 'Искать по всей стране' }));
  expect(await screen.findByRole('combobox', { name: 'Регион' })).toHaveValue('');
  await user.click(screen.getByRole('button', { name: 'Показать все' }));
  expect(await screen.findByRole('combobox', { name: 'Муниципалитет' })).toHaveValue('28701000');
  expect(asked).toEqual(['?territory=28701000', '?territory=RU-TVE', '']);
});

test.each([
  ['a region', [{ ...role, territoryCode: 'RU-TVE', territoryLevel: 'Region' as const }], { region: 'RU-TVE' }],
  ['a municipality', [{ ...role, territoryCode: '28701000', territoryLevel: 'Municipality' as const }], { region: 'RU-TVE', municipality: '28701000' }],
  ['the country', [{ ...role, territoryCode: 'RU', territoryLevel: 'Federation' as const }], undefined],
  ['two regions', ['RU-TVE', 'RU-SVE'].map((territoryCode) => ({ ...role, territoryCode, territoryLevel: 'Region' as const })), undefined],
  ['a school', [{ ...role, organizationId: 's' }], { region: 'RU-TVE', municipality: '28701000' }],
  ['two schools', ['s', 'p'].map((organizationId) => ({ ...role, organizationId })), undefined],
])('the own place of whoever has a role in %s', async (_where, assignments, place) => {
  server.use(
    http.get('*/api/v1/territories/28701000', () =>
      HttpResponse.json({
        code: '28701000',
        level: 'Municipality',
        above: [
          { code: 'RU', level: 'Federation' },
          { code: 'RU-TVE', level: 'Region' },
        ],
      }),
    ),
    http.get('*/api/v1/territories/RU-TVE', () => HttpResponse.json({ code: 'RU-TVE', level: 'Region', above: [] })),
    http.get('*/api/v1/organizations/s', () => HttpResponse.json(schoolRecord)),
  );
  expect(await ownPlace(meWith({ assignments }), createQueryClient())).toEqual(place);
});
