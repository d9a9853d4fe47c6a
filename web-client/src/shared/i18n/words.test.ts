import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** Every text of the product for people: of the screens, of the problems, of the letters and of a school's site. */
const catalogues = ['web-client/src', 'api/Features'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/.])(ru|en)\.json$/.test(file))
    .map((file) => join(folder, file)),
);

const textsOf = (node: object, path: string): [string, string][] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? textsOf(value, `${path} ${key}`) : [[`${path} ${key}`, String(value)]],
  );

const texts = (language: 'ru' | 'en') =>
  catalogues
    .filter((file) => file.endsWith(`${language}.json`))
    .flatMap((file) => textsOf(JSON.parse(readFileSync(join(root, file), 'utf8')) as object, file));

/** What one thing was called beside its name in docs/glossary.md; the name that stays stands after it. */
const rejected: readonly (readonly [RegExp, string])[] = [
  [/образовательн\S* запрос/i, 'образовательный заказ'],
  [/заказ\S* на пар/i, 'запрос на пару'],
  [/становлени\S* (системы|наставничества)/i, 'внедрение'],
  [/план[а-я]* мероприятий пары/i, 'дорожная карта'],
  [/подопечн/i, 'наставляемый'],
  [/ментор|менти/i, 'наставник, наставляемый'],
  [/\b20\d\d[–-]20\d\d\b|\}\}[–/-]\{\{(to|next)|\b20\d\d\/20\d\d\b/, '2026/27'],
  [/не включая последний день|[Пп]ервый день(,)? (когда|без|после)/, 'последний день'],
];

test('one thing has one name', () => {
  const found = texts('ru').flatMap(([key, text]) =>
    rejected.filter(([word]) => word.test(text)).map(([, name]) => `${key}: «${text}», а не «${name}»`),
  );
  expect(found).toEqual([]);
});

/** Names of formats and keys, and what is typed as it stands. */
const latin = new RegExp(
  `^(${[
    'CSV|SQL|XLSX|DOCX|PDF|TXT|MP4|JSON|JWKS|EC|RSA|UTF|ISO|RU|TVE|QR|A4|Excel|Office|OpenDocument|OneRoster|Atom|Alt|Enter',
    'API|openapi|yaml|xlsx|J|K|n|https|zip|Europe|Moscow|programs|In|English|Storage|CapacityMegabytes',
  ].join('|')})$`,
);
/** The columns and values of a file that another system makes stand as they do in the file. */
const isFile = (key: string) => /[\\/][iI]mports[\\/]|meeting\.rule| (day|time)$|period\.unknown|route\.file-/.test(key);

test('a Russian text has no English words, and an English one no Russian', () => {
  const words = (text: string, letters: RegExp) => text.replace(/\{\{?[^}]*\}\}?/g, '').match(letters) ?? [];
  const english = texts('ru').flatMap(([key, text]) =>
    words(text, /[A-Za-z]\w*/g).filter((word) => !isFile(key) && !latin.test(word)).map((word) => `${key}: ${word}`),
  );
  const russian = texts('en').flatMap(([key, text]) =>
    words(text, /[А-яЁё]+/g).filter(() => !key.endsWith(' language')).map((word) => `${key}: ${word}`),
  );
  expect([...english, ...russian]).toEqual([]);
});

test('the catalogues are found', () => expect(catalogues.length).toBeGreaterThan(80));
