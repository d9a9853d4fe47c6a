import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    /** `inline`: the form shows the failure itself, so no toast is needed. */
    mutationMeta: { inline?: boolean };
  }
}

const MAX_RETRIES = 2;
const isFinal = (error: Error) => error instanceof ApiError && error.status < 500;

/** @param notify shows failures that no screen shows: background refreshes and small actions */
export function createQueryClient(notify: (error: Error) => void = () => {}) {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.state.data !== undefined) notify(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.inline) notify(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => !isFinal(error) && count < MAX_RETRIES,
      },
      mutations: { retry: false },
    },
  });
}
