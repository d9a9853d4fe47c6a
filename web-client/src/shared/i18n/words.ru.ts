import common from './common.ru.json';
import { menuOf, noticesOf, type Words } from './of-areas';

/** The common words and the small catalogues in one file: whoever works at three screens needs them all. */
export const words: Record<string, object> = {
  common: {
    ...common,
    nav: { ...common.nav, ...menuOf(import.meta.glob<Words>('/src/features/**/nav.ru.json', { import: 'default', eager: true })) },
  },
  '/notices/ru.json': noticesOf(
    import.meta.glob<Words>('../../../../api/Features/**/notices.ru.json', { import: 'default', eager: true }),
  ),
  ...import.meta.glob<object>(
    ['/src/features/**/ru.json', '!/src/features/*/{admin,councils,help,local-acts,matching,practices,profiles,programs,support}/ru.json'],
    { import: 'default', eager: true },
  ),
};
