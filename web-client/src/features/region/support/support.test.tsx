import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Body, Supported, Supporter, SupportMap } from './api';
import { MapPage } from './map-page';
import { SupportedPage } from './supported-page';
import { SupportersPage } from './supporters-page';

const dictionaries = [
  http.get('*/api/v1/dictionaries/support-service', () =>
    HttpResponse.json([
      { code: 'diagnosis', nameRu: 'Диагностика', nameEn: 'Diagnosis' },
      { code: 'courses', nameRu: 'Курсы', nameEn: 'Courses' },
    ]),
  ),
  http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([{ code: 'Cnppm', nameRu: 'Центр мастерства', nameEn: 'Centre' }])),
];

const supporter: Supporter = {
  id: 'l1',
  bodyId: 'b',
  bodyName: 'ЦНППМ',
  bodyKind: 'Cnppm',
  address: 'г. Тверь',
  email: 'centre@example.org',
  phone: null,
  website: null,
  service: 'diagnosis',
  agreement: 'Соглашение № 14',
  startsOn: '2026-09-01',
  endsOn: '2027-09-01',
  endReason: null,
  state: 'InForce',
};

const link: Supported = {
  id: 'l1',
  organizationId: 's',
  nameShort: 'СОШ № 1',
  kind: 'School',
  territoryCode: '28701000',
  territoryNameRu: 'город Тверь',
  service: 'diagnosis',
  agreement: 'Соглашение № 14',
  startsOn: '2026-09-01',
  endsOn: null,
  endReason: null,
  state: 'InForce',
  steps: ['Revise', 'End'],
  version: 3,
};

const place = [
  http.get('*/api/v1/organizations/b', () => HttpResponse.json({ id: 'b', nameShort: 'ЦНППМ', regionCode: 'RU-TVE', kind: 'Cnppm' })),
  http.get('*/api/v1/territories', () => HttpResponse.json([{ code: '28701000', nameRu: 'город Тверь', nameEn: 'Tver', level: 'Municipality' }])),
];

test('a school sees each body once with its services, and apart what is over', async () => {
  const items = [supporter, { ...supporter, id: 'l2', service: 'courses', endsOn: null }, { ...supporter, id: 'l3', state: 'Ended', endReason: 'Срок' }];
  server.use(...dictionaries, http.get('*/api/v1/organizations/o/supporters', () => HttpResponse.json(items)));
  const { container } = await renderPage(
    <main>
      <SupportersPage organizationId="o" />
    </main>,
    'support',
  );
  const [now, past] = await screen.findAllByRole('article', { name: 'ЦНППМ' });
  expect(await within(now!).findByText('Диагностика')).toBeInTheDocument();
  expect(within(now!).getByText(/с 01\.09\.2026 по 31\.08\.2027/)).toBeInTheDocument();
  expect(within(now!).getByText(/с 01\.09\.2026, без срока/)).toBeInTheDocument();
  expect(within(now!).getByRole('link', { name: 'centre@example.org' })).toHaveAttribute('href', 'mailto:centre@example.org');
  expect(within(past!).getByText('Почему завершено: Срок')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a school that nobody stands behind learns whom to ask', async () => {
  server.use(...dictionaries, http.get('*/api/v1/organizations/o/supporters', () => HttpResponse.json([])));
  await renderPage(<SupportersPage organizationId="o" />, 'support');
  expect(await screen.findByText(/Обратитесь к региональному координатору/)).toBeInTheDocument();
});

test('a body ends a link with a reason', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    ...place,
    http.get('*/api/v1/organizations/b/supported', () => HttpResponse.json({ items: [link], next: null })),
    http.post('*/api/v1/organizations/b/support-links/l1/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ state: 'Ended', startsOn: '2026-09-01', endsOn: '2026-12-01', version: 4 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <SupportedPage organizationId="b" search={{}} onSearch={vi.fn()} mayManage />
    </main>,
    'support',
  );
  expect(await screen.findByRole('rowheader', { name: 'СОШ № 1' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Завершить: СОШ № 1' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Причина/), 'Договорились');
  await user.click(within(dialog).getByRole('button', { name: 'Завершить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown, reason: 'Договорились' }]));
});

test('who was picked in one municipality is not taken with another', async () => {
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/b', () => HttpResponse.json({ id: 'b', nameShort: 'ЦНППМ', regionCode: 'RU-TVE', kind: 'Cnppm' })),
    http.get('*/api/v1/territories', () =>
      HttpResponse.json(['Тверь', 'Ржев'].map((nameRu) => ({ code: nameRu, nameRu, nameEn: nameRu, level: 'Municipality' }))),
    ),
    http.get('*/api/v1/organizations/b/supported', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/organizations', ({ request }) => {
      const territory = new URL(request.url).searchParams.get('territory');
      return HttpResponse.json({ items: [{ id: territory, nameShort: `Школа города ${territory}` }], next: null });
    }),
  );
  const { user } = await renderPage(<SupportedPage organizationId="b" search={{}} onSearch={vi.fn()} mayManage />, 'support');
  await user.click((await screen.findAllByRole('button', { name: 'Взять на сопровождение' }))[0]!);
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByLabelText(/Муниципалитет/), 'Тверь');
  await user.selectOptions(within(dialog).getByLabelText(/Кого/), 'chosen');
  await user.click(await within(dialog).findByRole('combobox', { name: /Организации/ }));
  await user.click(await within(dialog).findByRole('option', { name: 'Школа города Тверь', hidden: true }));
  expect(within(dialog).getAllByText('Школа города Тверь')).not.toHaveLength(0);
  await user.selectOptions(within(dialog).getByLabelText(/Муниципалитет/), 'Ржев');
  await user.click(within(dialog).getByRole('button', { name: /Взять/ }));
  expect(await within(dialog).findAllByText(/Заполните поле «Организации»/)).not.toHaveLength(0);
});

test('who may not manage is offered nothing', async () => {
  server.use(...dictionaries, ...place, http.get('*/api/v1/organizations/b/supported', () => HttpResponse.json({ items: [], next: null })));
  await renderPage(<SupportedPage organizationId="b" search={{}} onSearch={vi.fn()} mayManage={false} />, 'support');
  expect(await screen.findByText('Вы пока никого не сопровождаете')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Взять на сопровождение' })).not.toBeInTheDocument();
});

test('a region sees shares by service, each leading to whom it lacks', async () => {
  const map: SupportMap = {
    code: 'RU-TVE',
    level: 'Region',
    nameRu: 'Тверская область',
    nameEn: 'Tver Oblast',
    services: ['diagnosis', 'courses'],
    expected: 5,
    any: 4,
    served: [4, 1],
    children: [
      { code: '28701000', nameRu: 'город Тверь', nameEn: 'Tver', expected: 4, any: 4, served: [4, 1] },
      { code: 'RU-TVE', nameRu: 'Тверская область', nameEn: 'Tver Oblast', expected: 1, any: 0, served: [0, 0] },
    ],
  };
  server.use(...dictionaries, http.get('*/api/v1/territories/RU-TVE/support', () => HttpResponse.json(map)));
  const { container } = await renderPage(
    <main>
      <MapPage territory="RU-TVE" search={{}} onSearch={vi.fn()} mayManage />
    </main>,
    'support',
  );
  const row = (await screen.findByRole('rowheader', { name: 'город Тверь' })).closest('tr')!;
  expect(await within(row).findByRole('link', { name: /1 \(25 %\)/ })).toHaveAttribute('href', expect.stringContaining('service=courses'));
  expect(within(row).queryByRole('link', { name: /4 \(100 %\)/ })).not.toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: 'Муниципалитет не указан' })).toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: 'Всего' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a region adds a body that stands in no register', async () => {
  const sent: unknown[] = [];
  const body: Body = {
    id: 'b', kind: 'Cnppm', nameShort: 'ЦНППМ', nameFull: 'ЦНППМ области', territoryCode: 'RU-TVE', territoryNameRu: 'Тверская область', parentId: null,
    parentName: null, inn: null, ogrn: null, address: null, email: null, phone: null, website: null, organizations: 3,
    services: [{ service: 'diagnosis', organizations: 3 }], version: 1,
  };
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/territories/RU-TVE/support', () =>
      HttpResponse.json({ code: 'RU-TVE', nameRu: 'Т', nameEn: 'T', services: [], expected: 0, children: [] })),
    http.get('*/api/v1/territories/RU-TVE/bodies', () => HttpResponse.json({ items: [body], next: null })),
    http.post('*/api/v1/territories/RU-TVE/bodies', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'n', version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderPage(<MapPage territory="RU-TVE" search={{ tab: 'bodies' }} onSearch={vi.fn()} mayManage />, 'support');
  expect(await screen.findByText('Диагностика: 3')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Добавить организацию' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Полное название/), 'Новый центр области');
  await user.type(within(dialog).getByLabelText(/Короткое название/), 'Новый центр');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ kind: 'Cnppm', card: { nameShort: 'Новый центр', parentId: null, inn: null } });
});
