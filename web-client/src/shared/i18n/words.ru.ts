import common from './common.ru.json';

/** The common words and the small catalogues in one file: whoever works at three screens needs them all. */
export const words: Record<string, object> = {
  common,
  ...import.meta.glob<object>(
    ['/src/features/**/ru.json', '!/src/features/*/{admin,councils,help,local-acts,matching,practices,profiles,programs,support}/ru.json'],
    { import: 'default', eager: true },
  ),
};
