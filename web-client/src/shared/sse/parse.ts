export type ServerEvent = { id?: string; event: string; data: string };

/** Incremental parser of text/event-stream: feed it chunks, get the events that became complete. */
export function createEventParser() {
  let buffer = '';
  let lines: string[] = [];

  return function feed(chunk: string): ServerEvent[] {
    // A chunk may end between CR and LF: keep a trailing CR until we know what follows.
    const text = buffer + chunk;
    const end = Math.max(text.lastIndexOf('\n'), text.slice(0, -1).lastIndexOf('\r'));
    buffer = text.slice(end + 1);
    if (end < 0) return [];

    const events: ServerEvent[] = [];
    const complete = text.slice(0, end + 1).split(/\r\n|\n|\r/);
    complete.pop(); // what follows the last line break is empty
    for (const line of complete) {
      if (line !== '') {
        lines.push(line);
        continue;
      }
      const event = toEvent(lines);
      if (event) events.push(event);
      lines = [];
    }
    return events;
  };
}

function toEvent(lines: string[]): ServerEvent | undefined {
  const data: string[] = [];
  const event: ServerEvent = { event: 'message', data: '' };
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event.event = value;
    else if (field === 'id') event.id = value;
  }
  return data.length ? { ...event, data: data.join('\n') } : undefined;
}
