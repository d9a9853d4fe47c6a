import type { ReactElement } from 'react';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { renderUi } from './render';

/** Shows a page that has links: every address is known to the router, and only this one has content. */
export async function renderPage(ui: ReactElement, ...catalogues: string[]) {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => ui });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => null });
  const router = createRouter({
    routeTree: root.addChildren([page, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  // The app's own router is registered as the type of all routers.
  const view = await renderUi(<RouterProvider router={router as never} />, ...catalogues);
  return { router, ...view };
}
