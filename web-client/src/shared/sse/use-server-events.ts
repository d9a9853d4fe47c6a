import { useEffect, useEffectEvent } from 'react';
import { send } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';

export type ServerEvent = { id?: string; event: string; data: string };

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Listens to a stream of server-sent events while the component is shown; reconnects where it left off.
 * EventSource cannot send the Authorization header, hence fetch.
 * @param path address of the stream; undefined: do not listen
 */
export function useServerEvents(path: string | undefined, onEvent: (event: ServerEvent) => void) {
  const handle = useEffectEvent(onEvent);

  useEffect(() => {
    if (!path) return;
    const stop = new AbortController();
    void listen(path, stop.signal, (event) => handle(event));
    return () => stop.abort();
  }, [path]);
}

/**
 * Reads the stream until it is aborted or the server says that it is not to be had (4xx, 204). A server that has too many
 * (429) or cannot now (5xx) is asked again, no sooner than it wants to be.
 */
export async function listen(
  path: string,
  signal: AbortSignal,
  onEvent: (event: ServerEvent) => void,
  firstWait = FIRST_WAIT,
) {
  let lastId: string | undefined;
  let wait = firstWait;

  while (!signal.aborted) {
    try {
      const headers = new Headers({ Accept: 'text/event-stream' });
      if (lastId) headers.set('Last-Event-ID', lastId);
      const response = await send(new Request(new URL(path, location.origin), { headers, signal }));
      if (response.status === 204 || !response.body) return;

      wait = firstWait;
      for await (const event of eventsOf(response.body)) {
        lastId = event.id ?? lastId;
        onEvent(event);
      }
    } catch (error) {
      if (error instanceof ApiError) {
        if (error.status < 500 && error.status !== 429) return;
        wait = Math.max(wait, (error.problem.retryAfter ?? 0) * 1_000);
      }
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** The events of a stream as they become complete. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  // Few screens listen: the parser comes with the first stream.
  const { createParser } = await import('eventsource-parser');
  const complete: ServerEvent[] = [];
  const parser = createParser({
    onEvent: ({ id, event = 'message', data }) => complete.push({ id, event, data }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
    yield* complete.splice(0);
  }
}
