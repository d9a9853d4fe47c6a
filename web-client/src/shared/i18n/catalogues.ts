import type { BackendModule, ReadCallback, ResourceKey } from 'i18next';
import type common from './common.ru.json';

export type Language = 'ru' | 'en';
export const languages: readonly Language[] = ['ru', 'en'];

/**
 * The namespaces that `t` knows. A feature adds its own from `features/<name>/i18n.d.ts`,
 * so that adding a feature edits no shared file.
 */
export interface Catalogues {
  common: typeof common;
}

type Load = () => Promise<ResourceKey>;

const commonFiles = import.meta.glob<ResourceKey>('./common.*.json', { import: 'default' });
const featureFiles = import.meta.glob<ResourceKey>('/src/features/*/{ru,en}.json', {
  import: 'default',
});

const catalogue = (language: string, namespace: string): Load | undefined =>
  namespace === 'common'
    ? commonFiles[`./common.${language}.json`]
    : featureFiles[`/src/features/${namespace}/${language}.json`];

/** Loads one catalogue at a time, when a screen first asks for it. */
export const catalogueBackend: BackendModule = {
  type: 'backend',
  init: () => {},
  read(language: string, namespace: string, done: ReadCallback) {
    const load = catalogue(language, namespace);
    if (!load) return done(new Error(`No catalogue ${namespace} in ${language}`), null);
    load().then((texts) => done(null, texts), (error: Error) => done(error, null));
  },
};
