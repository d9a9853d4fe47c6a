import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Contact, Contract, Entry } from './api';
import { PartnersPage } from './partners-page';
import type { PartnersSearch } from './search';

const contract: Contract = {
  id: 'c',
  kind: 'Cooperation',
  partnerOrganizationId: null,
  partnerName: 'Городская библиотека',
  subject: 'Площадка для встреч',
  number: '21',
  signedOn: '2026-01-10',
  startsOn: '2026-01-10',
  endsOn: '2026-12-10',
  responsibleId: 'p',
  responsibleName: 'Ефимов',
  status: 'InForce',
  warning: 'EndsSoon',
  outcome: null,
  fileName: null,
  version: 3,
  steps: ['End', 'Terminate'],
};

const contact: Contact = { id: 'k', name: 'Громова Нина', post: 'Учитель', worksAt: 'Школа района', role: 'Informal', reach: '', note: '', met: 2, version: 1 };

const entry: Entry = {
  id: 'e',
  kind: 'Webinar',
  heldOn: '2026-11-01',
  title: 'Вебинар сообщества',
  agreed: 'Общая памятка',
  contacts: [{ id: 'x', name: '', role: 'Community', erased: true }],
  partners: [],
  next: { text: 'Прислать памятку', dueOn: '2026-11-10', responsibleId: 'p' },
  nextResponsibleName: 'Ефимов',
  nextDoneOn: null,
  nextResult: null,
  version: 1,
};

async function show(search: PartnersSearch, data: { contracts?: Contract[]; contacts?: Contact[]; log?: Entry[] }, onSearch = vi.fn()) {
  const page = (items: unknown[] | undefined) => HttpResponse.json({ items: items ?? [], next: null });
  server.use(
    http.get('*/organizations/o/partner-contracts', () => page(data.contracts)),
    http.get('*/organizations/o/partner-contacts', () => page(data.contacts)),
    http.get('*/organizations/o/coordination', () => page(data.log)),
  );
  return renderPage(
    <main>
      <PartnersPage organizationId="o" search={search} onSearch={onSearch} />
    </main>,
    'partnerships',
  );
}

test('a contract that ends soon says so and is ended with what it gave', async () => {
  const sent: unknown[] = [];
  const { container, user } = await show({}, { contracts: [contract] });
  server.use(
    http.post('*/partner-contracts/c/move', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'c', status: 'Ended', version: 4 });
    }),
  );
  expect(await screen.findByText('Скоро заканчивается')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Завершить: Городская библиотека' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Прошло шесть встреч');
  await user.click(within(dialog).getByRole('button', { name: 'Завершить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, step: 'End', outcome: 'Прошло шесть встреч' }]));
});

test('who a contact is can be erased, after asking', async () => {
  const erased = vi.fn();
  const { user } = await show({ tab: 'contacts' }, { contacts: [contact] });
  server.use(
    http.post('*/partner-contacts/k/erase', () => {
      erased();
      return HttpResponse.json({ id: 'k', version: 2 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Удалить данные: Громова Нина' }));
  const dialog = await screen.findByRole('dialog');
  expect(erased).not.toHaveBeenCalled();
  await user.click(within(dialog).getByRole('button', { name: 'Удалить данные' }));
  await waitFor(() => expect(erased).toHaveBeenCalled());
});

test('the log shows an erased contact in its capacity and lets a step be done', async () => {
  const { container } = await show({ tab: 'log' }, { log: [entry] });
  expect(await screen.findByText(/Сетевое сообщество \(данные удалены\)/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Шаг выполнен: Вебинар сообщества' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test.each([
  [{}, 'Договоров пока нет'],
  [{ tab: 'contacts' }, 'Контактов пока нет'],
  [{ tab: 'log' }, 'Записей пока нет'],
  [{ q: 'нет такого' }, 'Ничего не найдено'],
] satisfies [PartnersSearch, string][])('an empty list %o says so', async (search, text) => {
  await show(search, {});
  expect(await screen.findByText(text)).toBeInTheDocument();
});

test('the log is narrowed to a contact or a contract by the address', async () => {
  const onSearch = vi.fn();
  const gone = 'f0000000-0000-0000-0000-000000000001';
  const { container, user } = await show({ tab: 'log', contract: gone }, { log: [], contacts: [contact], contracts: [contract] }, onSearch);
  expect(await screen.findByRole('combobox', { name: 'По договору' })).toHaveValue('Выбранный договор');
  await user.click(screen.getByRole('combobox', { name: 'С кем' }));
  await user.click(await screen.findByRole('option', { name: 'Громова Нина, Школа района' }));
  expect(onSearch).toHaveBeenCalledWith({ contact: 'k' });
  expect(await axeFaults(container)).toEqual([]);
});

test('the address of the log asks for a contact', async () => {
  let asked = '';
  const view = show({ tab: 'log', contact: 'x' }, {});
  server.use(
    http.get('*/organizations/o/coordination', ({ request }) => {
      asked = new URL(request.url).searchParams.get('contactId') ?? '';
      return HttpResponse.json({ items: [entry], next: null });
    }),
  );
  await view;
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'С кем' })).toHaveValue('Сетевое сообщество (данные удалены)'));
  expect(asked).toBe('x');
});
