import type { BackendModule, ReadCallback, ResourceKey } from 'i18next';
import type common from './common.ru.json';

export type Language = 'ru' | 'en';
export const languages: readonly Language[] = ['ru', 'en'];

/**
 * The namespaces that `t` knows. A feature adds its own from `features/<name>/i18n.d.ts`,
 * so that adding a feature edits no shared file.
 */
export interface Catalogues {
  common: typeof common & { nav: Record<string, string> };
}

const together = {
  ru: async () => (await import('./words.ru')).words,
  en: async () => (await import('./words.en')).words,
};

/** Those that only their own screens can be asked to carry. */
const large = import.meta.glob<ResourceKey>('/src/features/*/{admin,councils,help,local-acts,matching,practices,profiles,programs,support}/{ru,en}.json', {
  import: 'default',
});

/** The catalogue of a feature, in whichever wing it stands. */
function of<T>(files: Record<string, T>, language: Language, namespace: string): T | undefined {
  const file = Object.keys(files).find((path) => path.endsWith(`/${namespace}/${language}.json`));
  return file === undefined ? undefined : files[file];
}

async function catalogue(language: Language, namespace: string) {
  const own = of(large, language, namespace);
  const words = own ? undefined : await together[language]();
  const texts = own ? await own() : namespace === 'common' ? words?.common : of(words!, language, namespace);
  if (!texts) throw new Error(`No catalogue ${namespace} in ${language}`);
  return texts as ResourceKey;
}

/** Loads a catalogue when a screen first asks for it. */
export const catalogueBackend: BackendModule = {
  type: 'backend',
  init: () => {},
  read(language: string, namespace: string, done: ReadCallback) {
    catalogue(language as Language, namespace).then((texts) => done(null, texts), (error: Error) => done(error, null));
  },
};
