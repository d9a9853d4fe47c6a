import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from '../routeTree.gen';
import { auth, type Auth } from './auth';
import { NotFound } from './not-found';
import { PageLoading } from './page-loading';
import { RouteError } from './route-error';

export type RouterContext = { queryClient: QueryClient; auth: Auth };

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient, auth },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Where somebody was going who has to sign in first: kept with the page, so that no link can set it. */
    returnTo?: string;
    /** By which people are looked for on this page: a name more often than not, and so no part of its address. */
    words?: string | undefined;
  }

  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
