import { expect, test } from 'vitest';
import { catalogueBackend, languages } from './catalogues';

const files = Object.keys(import.meta.glob('/src/features/**/{ru,en}.json'));
const namespaces = [...new Set(files.map((file) => file.split('/').at(-2)!)), 'common'];

const read = (language: string, namespace: string) =>
  new Promise((resolve) => void catalogueBackend.read(language, namespace, (error, texts) => resolve(error ?? texts)));

test('every feature has its words, in whichever wing it stands', async () => {
  expect(namespaces.length).toBeGreaterThan(20);
  for (const language of languages)
    for (const namespace of namespaces) expect(await read(language, namespace), `${namespace} ${language}`).not.toBeInstanceOf(Error);
});
