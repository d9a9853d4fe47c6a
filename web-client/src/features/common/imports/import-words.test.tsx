import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { http, HttpResponse, server } from '@/testing/server';
import { found } from './fixtures';
import { openImport } from './open-import';

test.each([
  ['people alone', { ends: 3, leaves: 3 }, ['3'], []],
  ['posts beside people', { ends: 5, leaves: 3 }, ['3'], ['5']],
  ['posts of those who stay', { ends: 2, leaves: 0 }, ['0'], ['2']],
])('who leaves is counted in people, and posts are called posts: %s', async (_what, counts, people, posts) => {
  await openImport({ ...found, ...counts });
  const numbers = (label: string) => screen.queryAllByText(label).map((dt) => dt.nextElementSibling?.textContent);
  expect(numbers('Уйдут')).toEqual(people);
  expect(numbers('Завершится должностей')).toEqual(posts);
  const said = counts.leaves > 0 ? /^Уйдут 3 человека/ : /^Завершатся 2 должности, люди останутся/;
  expect(screen.getByText(said)).toBeInTheDocument();
});

test('while rows have errors a list that ends nobody says why', async () => {
  await openImport({ ...found, ends: 0, leaves: 0 });
  expect(await screen.findByText(/ничья работа не завершится: такая строка может быть о том/)).toBeInTheDocument();
});

test('a register of nothing but errors says that there is nothing to confirm, and what to do', async () => {
  server.use(http.get('*/api/v1/imports/i/kinds', () => HttpResponse.json([])));
  await openImport({ ...found, kind: 'OrganizationRegister', organizationId: null, creates: 0, updates: 0, ends: 0, leaves: 0, joins: 0, unchanged: 0 });
  expect(await screen.findByText(/Подтверждать нечего: во всех записях/)).toHaveTextContent('отмените эту загрузку и отправьте новый файл');
  expect(screen.queryByRole('button', { name: 'Внести изменения' })).not.toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});
