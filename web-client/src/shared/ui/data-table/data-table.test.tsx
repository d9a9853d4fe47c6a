import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/problem';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { nextSort, type Column } from './column';
import { DataTable } from './data-table';

type Person = { id: string; name: string; hours: number | null };

const people: Person[] = [
  { id: '1', name: 'Жукова', hours: 12 },
  { id: '2', name: 'Ёлкина', hours: null },
  { id: '3', name: 'Абрамов', hours: 9 },
  { id: '4', name: 'Егоров', hours: 100 },
];

const columns: Column<Person>[] = [
  {
    id: 'name',
    header: 'Фамилия',
    rowHeader: true,
    value: ({ name }) => name,
    cell: ({ id, name }) => <a href={`/people/${id}`}>{name}</a>,
  },
  { id: 'hours', header: 'Часы', align: 'end', value: ({ hours }) => hours },
  { id: 'kind', header: 'Вид', value: () => 'пара' },
  { id: 'id', header: 'Номер', optional: true, value: ({ id }) => id },
];

const table = (props: Partial<Parameters<typeof DataTable<Person>>[0]> = {}) => (
  <DataTable id="people" label="Люди" columns={columns} rows={people} rowKey={({ id }) => id} {...props} />
);
const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

test('sorts by the rules of Russian, ё beside е', async () => {
  const { user } = await renderUi(table());
  await user.click(screen.getByRole('button', { name: 'Фамилия' }));
  expect(names()).toEqual(['Абрамов', 'Егоров', 'Ёлкина', 'Жукова']);
  expect(screen.getByRole('columnheader', { name: 'Фамилия' })).toHaveAttribute('aria-sort', 'ascending');
});

test('sorts numbers as numbers, and what is empty stands last both ways', async () => {
  const { user } = await renderUi(table());
  const hours = screen.getByRole('button', { name: 'Часы' });
  await user.click(hours);
  expect(names()).toEqual(['Абрамов', 'Жукова', 'Егоров', 'Ёлкина']);
  await user.click(hours);
  expect(names()).toEqual(['Егоров', 'Жукова', 'Абрамов', 'Ёлкина']);
  await user.click(hours);
  expect(names()[0]).toBe('Жукова');
});

test('a page that keeps the order is asked for it and the server order is left alone', async () => {
  const onSort = vi.fn();
  const { user } = await renderUi(table({ sort: 'name', onSort, sortedByServer: true }));
  await user.click(screen.getByRole('button', { name: 'Фамилия' }));
  expect(onSort).toHaveBeenCalledExactlyOnceWith('-name');
  expect(names()[0]).toBe('Жукова');
  expect(nextSort('-name', 'name')).toBeUndefined();
  expect(nextSort('-name', 'name', '-name')).toBe('name');
});

test('arrows walk over the rows', async () => {
  const { user } = await renderUi(table());
  screen.getByRole('link', { name: 'Жукова' }).focus();
  await user.keyboard('{End}');
  await vi.waitFor(() => expect(screen.getByRole('link', { name: 'Егоров' })).toHaveFocus());
  await user.keyboard('{ArrowUp}');
  await vi.waitFor(() => expect(screen.getByRole('link', { name: 'Абрамов' })).toHaveFocus());
});

test('an optional column appears when chosen and the choice is remembered', async () => {
  const { user, unmount } = await renderUi(table());
  expect(screen.queryByRole('columnheader', { name: 'Номер' })).not.toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Столбцы' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Номер' }));
  expect(screen.getByRole('columnheader', { name: 'Номер' })).toBeInTheDocument();

  unmount();
  await renderUi(table());
  expect(screen.getByRole('columnheader', { name: 'Номер' })).toBeInTheDocument();
});

test('many rows: only some are in the page, and their true number is told', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => ({ id: `${index}`, name: 'Ким', hours: 1 }));
  await renderUi(table({ rows }));
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
  expect(screen.getAllByRole('row').length).toBeLessThan(200);
  expect(screen.getByRole('status')).toHaveTextContent('5 000 строк');
});

test('says that there is nothing, that it waits, and that it failed', async () => {
  const { rerender, container } = await renderUi(table({ rows: [] }));
  expect(screen.getByText('Ничего не найдено')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  rerender(<></>);

  const waiting = await renderUi(table({ rows: undefined }));
  expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  waiting.unmount();

  const onRetry = vi.fn();
  const error = new ApiError({ title: 'x', status: 500, traceId: 'abc' });
  const { user } = await renderUi(table({ rows: undefined, error, onRetry }));
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('Номер обращения: abc');
  await user.click(within(alert).getByRole('button', { name: 'Повторить' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('is accessible with rows', async () => {
  const { container } = await renderUi(table());
  expect(await axeFaults(container)).toEqual([]);
});
