import { expect, test } from 'vitest';
import { eventsOf } from './use-server-events';

const stream = ': hello\r\nid: 7\r\nevent: progress\r\ndata: {"done":1,\r\ndata: "итого":2}\r\n\r\ndata:x\n\n';
const events = [
  { id: '7', event: 'progress', data: '{"done":1,\n"итого":2}' },
  { event: 'message', data: 'x' },
];

/** What a stream that comes in pieces of so many bytes tells. */
async function read(text: string, size = text.length * 2) {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  const seen = [];
  for await (const event of eventsOf(body)) seen.push(event);
  return seen;
}

test('reads comments, ids, names and several lines of data', async () => {
  expect(await read(stream)).toEqual(events);
});

test.each([1, 2, 3, 7])('the same in pieces of %i bytes', async (size) => {
  expect(await read(stream, size)).toEqual(events);
});

test('an event without its closing blank line is not reported', async () => {
  expect(await read('data: half\n')).toEqual([]);
});

test('a block without data is no event', async () => {
  expect(await read('event: ping\n\n')).toEqual([]);
});
