import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { organizationId, programItem, references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ProgramListPage } from './program-list-page';
import type { ProgramSearch } from './search';

const list = (items: unknown[], next: string | null = null) =>
  http.get('*/api/v1/programs', () => HttpResponse.json({ items, next }));
const counts = http.get('*/api/v1/programs/counts', () =>
  HttpResponse.json([
    { status: 'Draft', count: 3 },
    { status: 'Active', count: 1 },
    { status: 'Cancelled', count: 0 },
  ]),
);

beforeEach(() => server.use(...references, counts));

function show(search: ProgramSearch = {}) {
  const onSearch = vi.fn();
  const page = <ProgramListPage organizationId={organizationId} search={search} onSearch={onSearch} mayCreate />;
  return renderPage(page, 'programs').then((view) => ({ onSearch, ...view }));
}

test('lists programs with a tab for every state that has some', async () => {
  server.use(list([programItem()]));
  const { container } = await show();

  expect(await screen.findByRole('link', { name: 'Первый год учителя химии' })).toBeVisible();
  expect(await screen.findByRole('tab', { name: 'Черновик 3' })).toBeVisible();
  expect(screen.queryByRole('tab', { name: /Отменена/ })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Выгрузить (1)' })).toBeEnabled();
  expect(await axeFaults(container)).toEqual([]);
});

test('the server sorts: a click on a header changes the address', async () => {
  server.use(list([programItem()]));
  const { user, onSearch } = await show({ sort: 'title' });

  await user.click(await screen.findByRole('button', { name: 'Название' }));
  expect(onSearch).toHaveBeenCalledWith({ sort: '-title' });
});

test('sends the filters and the order by the names of the API', async () => {
  let asked = new URLSearchParams();
  server.use(
    http.get('*/api/v1/programs', ({ request }) => {
      asked = new URL(request.url).searchParams;
      return HttpResponse.json({ items: [], next: null });
    }),
  );
  await show({ status: 'Active', q: 'химия', sort: '-startsOn' });

  await screen.findByText('Под условия ничего не подошло');
  const sent = Object.fromEntries([...asked].map(([name, value]) => [name.toLowerCase(), value]));
  expect(sent).toMatchObject({ status: 'Active', search: 'химия', sort: 'StartsOn', direction: 'Desc' });
});

test('an empty school is told the next step', async () => {
  server.use(list([]));
  await show();

  expect(await screen.findByText('Программ пока нет')).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'Новая программа' })).toHaveLength(2);
});

test('goes on with the page that follows', async () => {
  server.use(
    http.get('*/api/v1/programs', ({ request }) => {
      const isFirst = !/cursor=/i.test(request.url);
      const item = programItem(isFirst ? {} : { id: 'second', title: 'Вторая страница' });
      return HttpResponse.json({ items: [item], next: isFirst ? 'c2' : null });
    }),
  );
  const { user } = await show();

  await user.click(await screen.findByRole('button', { name: 'Показать ещё' }));
  expect(await screen.findByRole('link', { name: 'Вторая страница' })).toBeVisible();
});

test('says what failed and tries again', async () => {
  server.use(http.get('*/api/v1/programs', () => problem(403, { detail: 'Нет прав на программы.' })));
  const { user } = await show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Нет прав на программы.');

  server.use(list([programItem()]));
  await user.click(within(alert).getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByRole('link', { name: 'Первый год учителя химии' })).toBeVisible();
});
