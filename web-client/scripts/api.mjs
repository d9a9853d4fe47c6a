// Makes the API's types from ../openapi.yaml, unless they are newer than it: before whatever reads them (see package.json, vite.config.ts).
import { renameSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const contract = new URL('../../openapi.yaml', import.meta.url);
const types = new URL('../src/shared/api/schema.d.ts', import.meta.url);

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export async function setup() {
  const sources = [contract, new URL('../package-lock.json', import.meta.url)];
  if (sources.every((source) => changed(source) < changed(types))) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const text = astToString(await openapiTS(contract));
  // Others may read it at this moment, or make it too.
  const draft = new URL(`${types.href}.${process.pid}`);
  writeFileSync(draft, `// Made from openapi.yaml by \`npm run api\`.\n${text}`);
  renameSync(draft, types);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await setup();
