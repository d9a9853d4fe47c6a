// Compares ../../openapi.yaml with what was promised last: the contract of the commit that `promised.json` names. A release
// moves that commit to itself and empties the list of breaks that were meant.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { breaks } from './breaking.mjs';

const root = new URL('../../', import.meta.url);
const { commit, meant } = JSON.parse(readFileSync(new URL('promised.json', import.meta.url), 'utf8'));

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

function promised() {
  try {
    return git('show', `${commit}:openapi.yaml`);
  } catch {
    // A shallow clone has it not, but its origin does.
    git('fetch', '--depth=1', 'origin', commit);
    return git('show', `${commit}:openapi.yaml`);
  }
}

let before;
try {
  before = promised();
} catch {
  console.warn(`NOT COMPARED: neither this clone nor its origin has the commit ${commit}, whose contract was promised.`);
  process.exit(0);
}

const found = breaks(load(before), load(readFileSync(new URL('openapi.yaml', root), 'utf8')));
const unmeant = found.filter((change) => !Object.hasOwn(meant, change));
const idle = Object.keys(meant).filter((change) => !found.includes(change));
for (const change of unmeant) console.error(`breaks clients: ${change}`);
for (const change of idle) console.error(`listed as meant, but does not happen: ${change}`);
if (unmeant.length > 0) console.error('Keep what was promised beside the new, or list the change in tests/contract/promised.json with its reason.');
if (unmeant.length + idle.length > 0) process.exit(1);
console.log(`The contract keeps what ${commit.slice(0, 7)} promised; ${Object.keys(meant).length} breaks were meant.`);
