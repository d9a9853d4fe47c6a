import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Problem } from '@/shared/api/problem';

/** The network of the tests: a request that no handler expects fails the test. */
export const server = setupServer(
  // The bell of every page looks for news.
  http.get('*/api/v1/me/notifications/unread', () => HttpResponse.json({ unread: 0 })),
);

/** An answer in the platform's form of failures. */
export const problem = (status: number, rest: Partial<Problem> = {}) =>
  HttpResponse.json(
    { title: 'Problem', status, ...rest },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

export { http, HttpResponse };
