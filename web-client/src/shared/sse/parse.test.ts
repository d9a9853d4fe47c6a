import { expect, test } from 'vitest';
import { createEventParser } from './parse';

const stream = ': hello\r\nid: 7\r\nevent: progress\r\ndata: {"done":1,\r\ndata: "total":2}\r\n\r\ndata:x\n\n';
const events = [
  { id: '7', event: 'progress', data: '{"done":1,\n"total":2}' },
  { event: 'message', data: 'x' },
];

test('reads comments, ids, names and several lines of data', () => {
  expect(createEventParser()(stream)).toEqual(events);
});

test.each([1, 2, 3, 7])('the same in pieces of %i characters', (size) => {
  const feed = createEventParser();
  const pieces = stream.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
  expect(pieces.flatMap(feed)).toEqual(events);
});

test('an event without its closing blank line is not reported', () => {
  expect(createEventParser()('data: half\n')).toEqual([]);
});

test('a block without data is no event', () => {
  expect(createEventParser()('event: ping\n\n')).toEqual([]);
});
