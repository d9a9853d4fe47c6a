import { expect, test, vi } from 'vitest';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { listen, type ServerEvent } from './use-server-events';

const streamOf = (text: string) =>
  new HttpResponse(text, { headers: { 'content-type': 'text/event-stream' } });

test('comes back after a break and says which event it saw last', async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/jobs/1/events', ({ request }) => {
      asked.push(request.headers.get('last-event-id'));
      if (asked.length === 3) return new HttpResponse(null, { status: 204 });
      return streamOf(`id: ${asked.length}\ndata: step\n\n`);
    }),
  );

  const seen: ServerEvent[] = [];
  await listen('/api/v1/jobs/1/events', new AbortController().signal, (e) => seen.push(e), 1);
  expect(asked).toEqual([null, '1', '2']);
  expect(seen.map(({ id }) => id)).toEqual(['1', '2']);
});

test('waits as long as a server with too many streams asks for', async () => {
  const timer = vi.spyOn(globalThis, 'setTimeout');
  let asked = 0;
  server.use(
    http.get('*/api/v1/jobs/1/events', () => {
      asked += 1;
      return asked === 1
        ? HttpResponse.json({ title: 'Too many', status: 429 }, { status: 429, headers: { 'retry-after': '0.2' } })
        : new HttpResponse(null, { status: 204 });
    }),
  );

  await listen('/api/v1/jobs/1/events', new AbortController().signal, () => {}, 1);
  expect(asked).toBe(2);
  expect(timer).toHaveBeenCalledWith(expect.any(Function), 200);
});

test('gives up when the server refuses', async () => {
  let asked = 0;
  server.use(
    http.get('*/api/v1/jobs/1/events', () => {
      asked += 1;
      return problem(asked === 1 ? 503 : 404);
    }),
  );

  await listen('/api/v1/jobs/1/events', new AbortController().signal, () => {}, 1);
  expect(asked).toBe(2);
});
