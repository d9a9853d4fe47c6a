import { Suspense } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { school } from './fixtures';
import { OrganizationPage } from './organization-page';

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
    http.post('*/api/v1/organizations/s/change-kind', async ({ request }) => {
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

test('what ends with it is shown, and what becomes of the people is asked', async () => {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const { user } = await open('RU-TVE');
  server.use(
    http.get('*/api/v1/organizations/s/end', ({ request }) => {
      const { search } = new URL(request.url);
      asked.push(search);
      const none = { late: 0, preparing: 0, requests: 0, roles: 2, imports: 0, contracts: 0, delegations: 0 };
      return HttpResponse.json({ ...none, people: 12, programs: 3, carriesPrograms: search.includes('successorId') });
    }),
    http.post('*/api/v1/organizations/s/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Closed', version: 4 });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByLabelText('Событие'), 'Присоединена к другой организации');
  expect(within(dialog).getByText(/Укажите день: здесь появится/)).toBeInTheDocument();
  await user.type(await within(dialog).findByRole('textbox', { name: /С какого дня/ }), '01.10.2026');
  expect(await within(dialog).findByText('Работников: 12')).toBeInTheDocument();
  expect(within(dialog).queryByText(/Неприменённых загрузок/)).not.toBeInTheDocument();
  expect(within(dialog).queryByRole('option', { name: 'Перейдут к преемнику' })).not.toBeInTheDocument();

  await user.type(within(dialog).getByRole('combobox', { name: /Преемник/ }), 'Школа');
  await user.click(await screen.findByRole('option', { name: 'Школа № 1, Тверь, Тверская область' }));
  await user.selectOptions(await within(dialog).findByLabelText(/Что будет с людьми/), 'Перейдут к преемнику');
  expect(within(dialog).getByText(/программы продолжатся вместе с ними/)).toBeInTheDocument();
  expect(within(dialog).getByText('Перейдёт к преемнику').parentElement).toHaveTextContent('Работников: 12Действующих программ: 3');
  expect(within(dialog).getByText('Вместе с организацией закончится').parentElement).not.toHaveTextContent('Работников');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { version: 3, on: '2026-10-01', basis: null, how: 'Merged', successorIds: ['h'], staysOpen: false, staff: 'HandOver', heirId: null },
    ]),
  );
  expect(asked).toContain('?on=2026-10-01&successorId=h');
});

test('what its end has brought is told in numbers', async () => {
  const settled = {
    staff: 'HandOver',
    endedOn: '2026-10-01',
    settlesAt: '2026-10-01T09:00:00Z',
    settledAt: '2026-10-01T09:00:00Z',
    people: 12,
    programsCarried: 3,
    programsEnded: 0,
  };
  server.use(
    http.get('*/api/v1/organizations/s', () =>
      HttpResponse.json({
        ...school,
        status: 'Closed',
        handover: { ...settled, requests: 1, roles: 2, imports: 0, contracts: 0, contractsCarried: 2, delegations: 0, heirId: 'h', heirNameShort: 'Школа № 1' },
      }),
    ),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
  );
  await renderPage(
    <Suspense>
      <OrganizationPage organizationId="s" keeps={() => true} />
    </Suspense>,
    'organizations',
  );
  expect(await screen.findByText('Перешли к преемнику: 12')).toBeInTheDocument();
  expect(screen.getByText('Программ продолжается у преемника: 3')).toBeInTheDocument();
  expect(screen.getByText('Договоров перешло к преемнику: 2')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Школа № 1' })).toHaveAttribute('href', '/organizations/h');
  expect(screen.queryByText(/Программ закончено/)).not.toBeInTheDocument();
});

test('before anything followed from it the event can be undone', async () => {
  const sent: unknown[] = [];
  const none = { people: 0, programsCarried: 0, programsEnded: 0, requests: 0, roles: 0, imports: 0, contracts: 0, delegations: 0 };
  const waiting = { ...none, staff: 'None', endedOn: '2026-10-01', settlesAt: '2026-10-01T09:10:00Z', settledAt: null };
  server.use(
    http.get('*/api/v1/organizations/s', () => HttpResponse.json({ ...school, status: 'Closed', handover: sent.length ? null : waiting })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
    http.post('*/api/v1/organizations/s/end/undo', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Open', version: 4 });
    }),
  );
  const { user } = await renderPage(
    <Suspense>
      <OrganizationPage organizationId="s" keeps={() => true} />
    </Suspense>,
    'organizations',
  );
  await user.click(await screen.findByRole('button', { name: 'Отменить событие' }));
  await waitFor(() => expect(screen.queryByText(/Дела передадут/)).not.toBeInTheDocument());
  expect(sent).toEqual([{ version: 3 }]);
});

test('of several parts one is chosen to take over, and it is said who goes elsewhere', async () => {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const { user } = await open('RU-TVE');
  const parts = ['h', 'k'].map((id, index) => ({ ...school, id, nameShort: `Часть № ${index + 1}`, territoryCode: 'RU-TVE' }));
  server.use(
    http.get('*/api/v1/organizations', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items: parts, next: null });
    }),
    http.get('*/api/v1/organizations/h', () => HttpResponse.json(parts[0])),
    http.get('*/api/v1/organizations/k', () => HttpResponse.json(parts[1])),
    http.get('*/api/v1/organizations/s/end', ({ request }) => {
      const none = { late: 0, preparing: 0, requests: 0, roles: 0, imports: 0, delegations: 0 };
      return HttpResponse.json({ ...none, people: 12, programs: 3, contracts: 1, carriesPrograms: request.url.includes('successorId=k') });
    }),
    http.post('*/api/v1/organizations/s/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Closed', version: 4 });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByLabelText('Событие'), 'Разделена или из неё выделена часть');
  await user.type(await within(dialog).findByRole('textbox', { name: /С какого дня/ }), '01.10.2026');
  await user.click(within(dialog).getByRole('combobox', { name: /Части/ }));
  await user.click(await screen.findByRole('option', { name: 'Часть № 1, Тверская область' }));
  await user.click(await screen.findByRole('option', { name: 'Часть № 2, Тверская область' }));
  expect(asked).toContain('?near=s&status=Open');
  expect(await within(dialog).findByText(/руководитель заранее принимает туда/)).toBeInTheDocument();
  expect(within(dialog).queryByRole('option', { name: 'Перейдут к преемнику' })).not.toBeInTheDocument();
  await within(dialog).findByRole('option', { name: 'Часть № 2' });
  await user.selectOptions(within(dialog).getByLabelText(/Какая часть примет/), 'Часть № 2');
  await user.selectOptions(await within(dialog).findByLabelText(/Что будет с людьми/), 'Перейдут к преемнику');
  expect(await within(dialog).findByText('Перейдёт к преемнику')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { version: 3, on: '2026-10-01', basis: null, how: 'Split', successorIds: ['h', 'k'], staysOpen: false, staff: 'HandOver', heirId: 'k' },
    ]),
  );
});

test('into another region nothing is moved, and it is said what to do', async () => {
  const { user } = await open('RU-TVE');
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByLabelText('Событие'), 'Переведена в другой муниципалитет');
  expect(within(dialog).getByText(/В другой регион организацию не переводят/)).toBeInTheDocument();
});

test('a successor that the register guessed is put right', async () => {
  const sent: unknown[] = [];
  const guessed = { id: 'g', nameShort: 'Школа № 7', since: '2026-09-01' };
  server.use(
    http.get('*/api/v1/organizations/s', () =>
      HttpResponse.json({
        ...school,
        status: 'Closed',
        closedByRegister: true,
        successors: [guessed],
        carriedOnBy: [{ ...guessed, id: 'n', nameShort: 'Школа № 9' }],
      }),
    ),
    http.get('*/api/v1/organizations', () => HttpResponse.json({ items: [{ ...school, id: 'h', nameShort: 'Школа № 1' }], next: null })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
    http.post('*/api/v1/organizations/s/correct-successor', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ version: 4 });
    }),
  );
  const { user, container } = await renderPage(
    <Suspense>
      <OrganizationPage organizationId="s" keeps={() => true} />
    </Suspense>,
    'organizations',
  );
  expect(await screen.findByText(/определили по одинаковому названию/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Школа № 9' })).toHaveAttribute('href', '/organizations/n');
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Исправить преемника' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('combobox', { name: /Преемник/ }));
  await user.click(await screen.findByRole('option', { name: /Школа № 1, / }));
  await user.type(within(dialog).getByLabelText('Основание: документ'), 'Приказ № 9');
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, successorId: 'h', basis: 'Приказ № 9' }]));
});

test('a day to come is refused where it is typed, and nothing is asked for it', async () => {
  const asked: string[] = [];
  const { user } = await open('RU-TVE');
  server.use(
    http.get('*/api/v1/organizations/s/end', ({ request }) => {
      asked.push(request.url);
      return HttpResponse.json({});
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  const day = await within(dialog).findByRole('textbox', { name: /С какого дня/ });
  await user.type(day, '01.10.2996');
  await waitFor(() => expect(day).toHaveAccessibleDescription(/^«С какого дня»: не позже \d\d\.\d\d\.\d{4}$/));
  await user.click(within(dialog).getByRole('button', { name: 'Записать' }));
  expect(within(await within(dialog).findByRole('alert')).getByRole('link')).toHaveTextContent(/не позже/);
  expect(asked.filter((url) => url.includes('2996'))).toEqual([]);
});

test('once the successor is chosen the list no longer covers what stands below', async () => {
  const { user } = await open('RU-TVE');
  await user.click(screen.getByRole('button', { name: 'Записать событие' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('combobox', { name: /Преемник/ }));
  await user.click(await screen.findByRole('option', { name: /Школа № 1, / }));
  await waitFor(() => expect(within(dialog).queryByRole('option', { name: /Школа № 1, / })).not.toBeInTheDocument());
});
