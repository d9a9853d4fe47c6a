import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Resource, ResourceItem } from './api';
import { ResourcePage } from './resource-page';
import { ResourcesPage } from './resources-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/resource-kind', () => HttpResponse.json([{ code: 'internship-site', nameRu: 'Стажировочная площадка', nameEn: 'Site' }])),
  http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'methods', nameRu: 'Методика', nameEn: 'Methods' }])),
  http.get('*/api/v1/dictionaries/sector', () => HttpResponse.json([])),
];

const item: ResourceItem = {
  id: 'r1',
  kind: 'internship-site',
  title: 'Стажировка по функциональной грамотности',
  about: 'Уроки вместе с учителем площадки',
  bodyId: 'b',
  bodyName: 'ЦНППМ',
  regionCode: 'RU-TVE',
  regionNameRu: 'Тверская область',
  host: 'Гимназия № 2',
  areas: ['methods'],
  sectors: [],
  format: 'OnSite',
  isOpen: false,
  startsOn: null,
  endsOn: null,
  status: 'Offered',
  version: 1,
  nextRunOn: '2026-12-10',
  freePlaces: 3,
};

const resource: Resource = {
  ...item,
  website: null,
  contact: 'Методист центра',
  mayManage: false,
  steps: [],
  runs: [
    {
      id: 'n1',
      startsOn: '2026-12-10',
      endsOn: '2026-12-15',
      applyUntil: '2026-12-05',
      places: 5,
      taken: 2,
      status: 'Open',
      reason: null,
      hasPlace: false,
      version: 1,
    },
    {
      id: 'n2',
      startsOn: '2027-02-01',
      endsOn: '2027-02-05',
      applyUntil: '2027-01-25',
      places: 5,
      taken: 5,
      status: 'CalledOff',
      reason: 'Ремонт площадки',
      hasPlace: false,
      version: 2,
    },
  ],
};

test('a teacher finds a resource with its free places, and narrows the list', async () => {
  server.use(...dictionaries, http.get('*/api/v1/resources', () => HttpResponse.json({ items: [item], next: null })));
  const onSearch = vi.fn();
  const { user, container } = await renderPage(
    <main>
      <ResourcesPage search={{}} onSearch={onSearch} keeps={undefined} />
    </main>,
    'resources',
  );
  expect(await screen.findByRole('link', { name: item.title })).toHaveAttribute('href', '/resources/r1');
  expect(await screen.findByText('3 места с 10.12.2026')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('checkbox'));
  expect(onSearch).toHaveBeenCalledWith({ free: 'yes' });
});

test('an empty map says so, and a body is offered to fill it', async () => {
  server.use(...dictionaries, http.get('*/api/v1/resources', () => HttpResponse.json({ items: [], next: null })));
  await renderPage(<ResourcesPage search={{}} onSearch={vi.fn()} keeps="b" />, 'resources');
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Добавить ресурс' })).toHaveLength(2));
});

test('a teacher takes a place; what was called off says why', async () => {
  const taken: string[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/resources/r1', () => HttpResponse.json(resource)),
    http.post('*/api/v1/resources/r1/runs/n1/take', ({ request }) => {
      taken.push(new URL(request.url).pathname);
      return HttpResponse.json({ hasPlace: true });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <ResourcePage resourceId="r1" mayUse />
    </main>,
    'resources',
  );
  const off = within(await screen.findByRole('article', { name: '01.02.2027 – 04.02.2027' }));
  expect(off.getByText(/Ремонт площадки/)).toBeInTheDocument();
  expect(off.queryByRole('button')).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Занять место: 10.12.2026 – 14.12.2026' }));
  await waitFor(() => expect(taken).toHaveLength(1));
});
