import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSearchChange } from './use-search-change';

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
