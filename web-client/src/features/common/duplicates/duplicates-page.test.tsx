import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { History, Merge, Pair, Preview } from './api';
import { DuplicatesPage } from './duplicates-page';

const post = { organizationId: 'o', organizationName: 'Школа № 1', positionCode: 'teacher', isMain: true, startedOn: '2020-09-01', endedOn: null };
const side = (personId: string, hasAccount: boolean) => ({ personId, name: 'Иванова Анна', birthDate: '1980-05-05', hasAccount, posts: [post] });
const pair: Pair = { first: side('a', true), second: side('b', false), reasons: ['BirthDate'], withinReach: true };
const history = (personId: string, rest: Partial<History> = {}): History => ({
  ...side(personId, personId === 'a'),
  email: null,
  phone: null,
  version: personId === 'a' ? 3 : 5,
  programs: [],
  rows: [{ code: 'consent', rows: 2 }, { code: 'risk', rows: 1 }],
  ...rest,
});
const preview: Preview = { survivor: history('a'), absorbed: history('b'), reasons: ['BirthDate'], obstacles: [], samePosts: 1 };
const merged: Merge = {
  id: 'm',
  survivorId: 'a',
  survivorName: 'Иванова Анна',
  absorbedId: 'b',
  absorbedName: 'Иванова Аня',
  reason: null,
  moved: 4,
  kept: 0,
  mergedAt: '2026-11-20T10:00:00Z',
  undoneAt: null,
  mayUndo: true,
  version: 1,
};

async function open(pairs: Pair[], merges: Merge[] = [], read: Preview = preview) {
  server.use(
    http.get('*/api/v1/people/duplicates', () => HttpResponse.json({ items: pairs, next: null })),
    http.get('*/api/v1/people/merges', () => HttpResponse.json({ items: merges, next: null })),
    http.get('*/api/v1/people/a/merge', () => HttpResponse.json(read)),
    http.get('*/api/v1/people/b/merge', () => HttpResponse.json({ ...read, survivor: history('b'), absorbed: history('a') })),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([{ code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' }])),
  );
  return renderPage(<main><DuplicatesPage where={{}} /></main>, 'duplicates');
}

test('two records are compared, the one that stays is chosen, and they become one', async () => {
  const sent: unknown[] = [];
  let isRefused = false;
  server.use(
    http.post('*/api/v1/people/b/merge', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'm', moved: 4, kept: 0 });
    }),
  );
  const { user, container, queryClient } = await open([pair]);
  server.use(
    http.get('*/api/v1/people/b/merge', () => {
      if (sent.length) isRefused = true;
      return HttpResponse.json({ ...preview, survivor: history('b'), absorbed: history('a') });
    }),
  );
  expect(await screen.findByText('То же имя и дата рождения')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Сравнить' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('1 место работы записано дважды и станет одним.')).toBeInTheDocument();
  expect(within(dialog).getAllByText('Согласия: 2')).toHaveLength(2);
  expect(within(dialog).getAllByText('Прочие: 1')).toHaveLength(2);
  expect(await axeFaults(dialog)).toEqual([]);
  await user.click(within(dialog).getAllByRole('radio')[1]!);
  await within(dialog).findByText('Учётная запись перейдёт к остающейся карточке.');
  await user.type(within(dialog).getByLabelText('Почему это один человек'), 'Трудовая книжка');
  await user.click(within(dialog).getByRole('button', { name: 'Объединить' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent).toEqual([{ version: 5, absorbedId: 'a', absorbedVersion: 3, reason: 'Трудовая книжка' }]);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(isRefused).toBe(false);
});

test('what stands against it is said in words, and there is no button to try', async () => {
  const { user } = await open([pair], [], { ...preview, obstacles: ['SameProgram'] });
  await user.click(await screen.findByRole('button', { name: 'Сравнить' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/Оба участвуют в одной программе/)).toBeInTheDocument();
  expect(within(dialog).queryByRole('button', { name: 'Объединить' })).not.toBeInTheDocument();
});

test('a pair that belongs to another organization too is left to the region', async () => {
  await open([{ ...pair, withinReach: false }]);
  expect(await screen.findByText(/Решает координатор региона/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Сравнить' })).not.toBeInTheDocument();
});

test('a merge is taken back after a question, and a refusal is said', async () => {
  let asked = 0;
  server.use(
    http.post('*/api/v1/people/merges/m/undo', () => {
      asked += 1;
      return asked === 1
        ? problem(409, { code: 'person.merge-last', detail: 'Сначала отмените более позднее объединение.' })
        : HttpResponse.json({ survivorId: 'a', absorbedId: 'b' });
    }),
  );
  const { user } = await open([], [merged]);
  expect(await screen.findByText('Дублей не видно')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Вернуть как было' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть как было' }));
  expect(await within(dialog).findByText(/более позднее объединение/)).toBeInTheDocument();
});
