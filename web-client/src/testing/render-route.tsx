import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Auth } from '@/app/auth';
import { NotFound } from '@/app/not-found';
import { Providers } from '@/app/providers';
import { RouteError } from '@/app/route-error';
import { createQueryClient } from '@/shared/api/query-client';
import type { Me } from '@/shared/me/api';
import { routeTree } from '../routeTree.gen';
import { meWith } from './me';
import { http, HttpResponse, server } from './server';

const signedIn = { restore: () => Promise.resolve(true) } as Auth;

/** Opens an address of the app as a signed-in user: its guard, loader, page and links. */
export async function renderRoute(path: string, me: Partial<Me>, auth = signedIn) {
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(meWith(me))));
  const queryClient = createQueryClient();
  const router = createRouter({
    routeTree,
    context: { queryClient, auth },
    history: createMemoryHistory({ initialEntries: [path] }),
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  });
  await router.load();
  const view = render(
    <Providers queryClient={queryClient} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  const address = () => router.state.location.href;
  return { user: userEvent.setup(), queryClient, address, ...view };
}
