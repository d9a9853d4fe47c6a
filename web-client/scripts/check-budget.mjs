// Sizes of the built application (gzip) against its budgets. Run after `npm run build`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const BUDGETS = { entry: 206, screen: 275, charts: 466, css: 51 };
/** Files of scripts that a screen asks for before it is shown. */
const FILES = 13;

const dist = new URL('../dist', import.meta.url).pathname;
if (!existsSync(dist)) {
  console.error('Nothing is built: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const size = (file) => gzipSync(readFileSync(join(dist, file))).length / KB;

/** Everything that loads together with a chunk: itself and its static imports. */
function closure(key, files = new Set()) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) closure(imported, files);
  return files;
}

const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0);
const keys = Object.keys(manifest);
const entry = closure(keys.find((key) => manifest[key].isEntry));
const isCharts = (key) => /line-chart-echarts/.test(key);
const screens = keys.filter((key) => /routes\/.*\?tsr-split=component/.test(key));
const charts = keys.filter(isCharts);

const faults = [];
function check(name, kilobytes, budget) {
  console.log(`${kilobytes.toFixed(1).padStart(7)} of ${budget} KB  ${name}`);
  if (kilobytes > budget) faults.push(`${name} is over its budget`);
}

check('entry', total(entry), BUDGETS.entry);
if (screens.length < 50) faults.push('the screens were not found in the manifest');
for (const key of screens) {
  const files = new Set([...entry, ...closure(key)]);
  const name = key.split('?')[0];
  check(`${name}, ${files.size} files`, total(files), BUDGETS.screen);
  if (files.size > FILES) faults.push(`${name} takes ${files.size} files of scripts, more than ${FILES}`);
  if (charts.some((chart) => files.has(manifest[chart].file))) faults.push(`${key} loads ECharts at once`);
}
if (charts.length !== 1) faults.push('ECharts was not found in the manifest');
for (const key of charts) {
  check('a screen with ECharts', total(new Set([...entry, ...closure(key)])), BUDGETS.charts);
}
const css = Object.values(manifest).flatMap(({ file, css: sheets = [] }) => [file, ...sheets]).filter((file) => file.endsWith('.css'));
check('style sheet', total(new Set(css)), BUDGETS.css);

if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
