import { expect, test } from 'vitest';
import * as z from 'zod/mini';

type Schema = z.ZodMiniObject;
type Module = { Route: { options: { validateSearch?: Schema } } };

const routes = Object.entries(import.meta.glob<Module>('/src/routes/**/*.tsx', { eager: true })).map(([file, { Route }]) => ({
  path: file.replace('/src/routes', '').replace(/\.tsx$/, ''),
  search: Route.options.validateSearch,
}));
const sources = Object.entries(
  import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*', '!/src/testing/**', '!/src/shared/api/schema.d.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const contract = Object.values(import.meta.glob<string>('/src/shared/api/schema.d.ts', { query: '?raw', import: 'default', eager: true }))[0]!;

/** Words by which things are looked for that are no people. */
const OF_THINGS = [
  '/_app/help-desk/articles/index q',
  '/_app/indicators/index q',
  '/_app/initiatives/index q',
  '/_app/organizations/index q',
  '/_app/practices/index q',
  '/_app/resources/index q',
  '/_app/school-tasks/$taskId q',
  '/_app/school-tasks/index q',
  '/_app/school/$orgId/events q',
  '/_app/school/$orgId/instruments.index q',
  '/_app/school/$orgId/tasks q',
  '/_app/territory/$territory.instruments.index q',
];

test('there is something to look at', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter(({ search }) => search).length).toBeGreaterThan(25);
});

test.each(['Орлова Вера Сергеевна', 'Vera Orlova', 'Орлова'])('no address of a screen keeps the name %s', (name) => {
  const kept = routes.flatMap(({ path, search }) =>
    Object.keys(search?.def.shape ?? {}).flatMap((key) => {
      const parsed = z.safeParse(search!, { [key]: name });
      return parsed.success && parsed.data[key] === name ? [`${path} ${key}`] : [];
    }),
  );
  expect(kept.sort()).toEqual(OF_THINGS);
});

test('what stands in the path of a screen is an id or the code of a place or an indicator', () => {
  const named = routes.flatMap(({ path }) => [...path.matchAll(/\$(\w+)/g)].map(([, key]) => key!));
  expect(named.filter((key) => !/^(\w+Id|territory|region|indicator)$/.test(key))).toEqual([]);
});

test('no link of the application puts the name of a person into an address', () => {
  const faults = sources.flatMap(([file, source]) =>
    [...source.matchAll(/\b(?:search|params)[=:]\s*\{+([^}]*)\}/g)]
      .filter(([, inside]) => /\b(?:\w*[nN]ame|fio|surname|fullName)\b(?!\()/.test(inside!.replace(/fileName/g, '')))
      .map(([text]) => `${file}: ${text}`),
  );
  expect(faults).toEqual([]);
});

test('no call of the API takes the name of a person in its address', () => {
  const parts = [...contract.matchAll(/\b(?:query|path)\??: \{\n([\s\S]*?)\n {8,12}\};/g)].flatMap(([, inside]) =>
    [...inside!.matchAll(/^\s+(\w+)\??: /gm)].map(([, key]) => key!),
  );
  expect(parts.length).toBeGreaterThan(300);
  expect([...new Set(parts)].filter((key) => /name|person$|email|phone|snils|birth/i.test(key) && !/^(fileName|person)$/.test(key))).toEqual([]);
});

test('what the web server keeps of a request has no query', () => {
  const [config] = Object.values(import.meta.glob<string>('/nginx.conf', { query: '?raw', import: 'default', eager: true }));
  expect(config).toMatch(/access_log \S+ without_query;/);
  expect(config).toMatch(/error_log \S+ alert;/);
  const [, format] = /log_format without_query '([^']*)'/.exec(config!)!;
  expect(format).not.toMatch(/\$(request|request_uri|args|query_string|http_referer)\b/);
});
