// Compares the Russian and English catalogues: same keys, the plural forms each language needs,
// the same {{values}}, and no Russian text left in TSX.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../src', import.meta.url).pathname;
const FORMS = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] };
const PLURAL = /_(zero|one|two|few|many|other)$/;
const faults = [];
const files = readdirSync(root, { recursive: true });

const read = (file) => flatten(JSON.parse(readFileSync(file, 'utf8')));

function flatten(node, path = '') {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[here, value]] : flatten(value, here);
  });
}

const variables = (text) =>
  [...text.matchAll(/{{\s*([\w.]+)/g)].map((match) => match[1]).sort().join();

/** key without its plural suffix → { forms, values } */
function describe(entries) {
  const keys = new Map();
  for (const [key, text] of entries) {
    const base = key.replace(PLURAL, '');
    const known = keys.get(base) ?? { forms: new Set(), values: new Set() };
    const form = key.match(PLURAL)?.[1];
    if (form) known.forms.add(form);
    known.values.add(variables(text));
    keys.set(base, known);
  }
  return keys;
}

function checkForms(file, language, keys) {
  for (const [key, { forms }] of keys) {
    if (!forms.size) continue;
    const missing = FORMS[language].filter((form) => !forms.has(form));
    if (missing.length) faults.push(`${file}: ${key} lacks plural forms ${missing.join(', ')}`);
  }
}

const withoutComments = (code) =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*/g, '');

const sameValues = (a, b) => [...a.values].some((values) => b.values.has(values));

for (const russian of files.filter((file) => /\b(common\.)?ru\.json$/.test(file))) {
  const english = russian.replace(/ru\.json$/, 'en.json');
  const ru = describe(read(join(root, russian)));
  const en = describe(read(join(root, english)));
  checkForms(russian, 'ru', ru);
  checkForms(english, 'en', en);
  for (const key of ru.keys()) if (!en.has(key)) faults.push(`${english}: lacks ${key}`);
  for (const key of en.keys()) if (!ru.has(key)) faults.push(`${russian}: lacks ${key}`);
  for (const [key, entry] of ru) {
    const other = en.get(key);
    if (other && !sameValues(entry, other)) faults.push(`${english}: ${key} uses other {{values}}`);
  }
}

for (const file of files) {
  if (!file.endsWith('.tsx') || file.endsWith('.test.tsx')) continue;
  const code = withoutComments(readFileSync(join(root, file), 'utf8'));
  code.split('\n').forEach((line, index) => {
    if (/[а-яё]/i.test(line)) faults.push(`${file}:${index + 1}: Russian text belongs in ru.json`);
  });
}

if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('The catalogues agree.');
