import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSearchChange, useWords } from './use-search-change';

function twoPages() {
  let arrive = () => {};
  const root = createRootRoute();
  const list = createRoute({
    getParentRoute: () => root,
    path: '/list/$id',
    component: function List() {
      const change = useSearchChange<{ q?: string }>();
      return <button onClick={() => change({ q: 'abc' })}>search</button>;
    },
  });
  const next = createRoute({
    getParentRoute: () => root,
    path: '/next',
    loader: () => new Promise<void>((resolve) => (arrive = resolve)),
    component: () => <h1>next</h1>,
  });
  const router = createRouter({
    routeTree: root.addChildren([list, next]),
    history: createMemoryHistory({ initialEntries: ['/list/7?page=2'] }),
  });
  render(<RouterProvider router={router as never} />);
  return { router, arrive: () => arrive() };
}

test('a change of search stays on the page', async () => {
  const { router } = twoPages();
  await act(async () => (await screen.findByText('search')).click());
  expect(router.latestLocation.href).toBe('/list/7?page=2&q=abc');
});

test('a change that comes while the user is leaving does not call them back', async () => {
  const { router, arrive } = twoPages();
  const button = await screen.findByText('search');
  await act(async () => router.history.push('/next'));
  await act(async () => button.click());
  await act(async () => arrive());
  expect(await screen.findByText('next')).toBeInTheDocument();
  expect(router.latestLocation.href).toBe('/next');
});

test('the words by which people are looked for stay with the page, and out of its address', async () => {
  const root = createRootRoute();
  const list = createRoute({
    getParentRoute: () => root,
    path: '/people',
    validateSearch: (search: { need?: string }) => search,
    component: function List() {
      const { search, onSearch } = useWords<{ q?: string | undefined; need?: string | undefined }>(list.useSearch());
      return (
        <>
          <p>{search.q ?? 'everybody'}</p>
          <button onClick={() => onSearch({ q: 'Орлова Вера' })}>search</button>
          <button onClick={() => onSearch({ need: 'yes' })}>narrow</button>
          <button onClick={() => onSearch({ q: undefined, need: undefined })}>reset</button>
        </>
      );
    },
  });
  const router = createRouter({ routeTree: root.addChildren([list]), history: createMemoryHistory({ initialEntries: ['/people'] }) });
  render(<RouterProvider router={router as never} />);
  const press = async (name: string) => act(async () => (await screen.findByText(name)).click());

  await press('search');
  expect(await screen.findByText('Орлова Вера')).toBeInTheDocument();
  expect(router.latestLocation.href).toBe('/people');
  await press('narrow');
  expect(screen.getByText('Орлова Вера')).toBeInTheDocument();
  expect(router.latestLocation.href).toBe('/people?need=yes');
  await press('reset');
  expect(await screen.findByText('everybody')).toBeInTheDocument();
  expect(router.latestLocation.href).toBe('/people');
});
