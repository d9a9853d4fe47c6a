import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Problem } from '@/shared/api/problem';

/** The network of the tests: a request that no handler expects fails the test. */
export const server = setupServer(
  // The bell of every page looks for news.
  http.get('*/api/v1/me/notifications/unread', () => HttpResponse.json({ unread: 0 })),
  // Wherever a file is chosen it is asked whether there is room.
  http.get('*/api/v1/storage/room', () => {
    const share = { used: 0, limit: 1024 ** 3 };
    return HttpResponse.json({ person: share, program: null, organization: share, left: 1024 ** 3, largestFile: 20 * 1024 ** 2, takesFiles: true });
  }),
);

/** An answer in the platform's form of failures. */
export const problem = (status: number, rest: Partial<Problem> = {}) =>
  HttpResponse.json(
    { title: 'Problem', status, ...rest },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

export { http, HttpResponse };
