import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*', '!/src/testing/**', '!/src/shared/api/schema.d.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const contract = Object.values(import.meta.glob<string>('/src/shared/api/schema.d.ts', { query: '?raw', import: 'default', eager: true }))[0]!;

type Call = { path: string; file: string; text: string };

/** Where the definition begins that a place stands in. */
const beginning = (source: string, at: number) =>
  Math.max(...['queryFn', '\nconst ', '\nexport const '].map((word) => source.lastIndexOf(word, at)));

/** The text up to the bracket that closes the one it begins with. */
function bracketed(text: string) {
  let open = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') open++;
    if (sign === ')' && --open === 0) return text.slice(0, at + 1);
  }
  return text;
}

const constants = (source: string) =>
  new Map([...source.matchAll(/const (\w+) = '(\/api[^']*)';/g)].map(([, name, path]) => [name!, path!]));

const calls: Call[] = Object.entries(sources).flatMap(([file, source]) =>
  [...source.matchAll(/\bapi\.GET(?=\()/g)].map((match) => {
    const text = bracketed(source.slice(match.index + 'api.GET'.length));
    const named = /^\(\s*(?:'([^']+)'|`([^`]+)`|(\w+))/.exec(text)!;
    const known = constants(source);
    const path = named[1] ?? known.get(named[3] ?? '') ?? named[2]!.replace(/\$\{(\w+)\}/, (_, name: string) => known.get(name)!);
    return { path, file, text: source.slice(beginning(source, match.index), match.index + 'api.GET'.length + text.length) };
  }),
);

/** Addresses whose answer is one page of a list. */
const paged = new Set(
  [...contract.matchAll(/\n {4}"(\/[^"]+)": \{(?:(?!\n {4}\}).)*?\n {8}get: operations\["(\w+)"\]/gs)]
    .filter(([, , operation]) => contract.split(`\n    ${operation}: {\n`)[1]?.split('\n    };\n')[0]?.includes('"PageOf'))
    .map(([, path]) => path!),
);

test('there is something to look at', () => {
  expect(calls.length).toBeGreaterThan(90);
  expect(paged.size).toBeGreaterThan(20);
  expect(paged).toContain('/api/v1/programs');
});

test('what the application reads is asked for in one place, under one key', () => {
  const once = new Set<string>();
  const again = calls.filter(({ path }) => once.size === once.add(path).size);
  expect(again.map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
});

test('who reads a list that comes in pages can go on to the next one', () => {
  const ends = calls.filter(({ path, text }) => paged.has(path) && !/cursor|after\(/.test(text));
  expect(ends.map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
});

test('a list that is shown in pages offers the next, is searched on the server, or is read to its end', () => {
  const ends = Object.entries(sources)
    .filter(([, source]) => /\buse(Suspense)?InfiniteQuery\(/.test(source))
    .filter(([, source]) => !/<LoadMore|fetchNextPage|useDebouncedValue/.test(source));
  expect(ends.map(([file]) => file)).toEqual([]);
});
