// Leaves Brotli and gzip of every text of the built application beside it, once for all visitors. Run by `npm run build`.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Maps are for developers, fonts are compressed in themselves.
const TEXTS = /\.(js|css|html|svg|json)$/;
const dist = new URL('../dist', import.meta.url).pathname;

const codings = {
  br: (text) =>
    promisify(brotliCompress)(text, {
      params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  gz: (text) => promisify(gzip)(text, { level: 9 }),
};

const files = (await readdir(dist, { recursive: true })).filter((file) => TEXTS.test(file) && !file.startsWith('.vite'));
await Promise.all(
  files.map(async (file) => {
    const text = await readFile(join(dist, file));
    for (const [suffix, compress] of Object.entries(codings)) await writeFile(join(dist, `${file}.${suffix}`), await compress(text));
  }),
);
