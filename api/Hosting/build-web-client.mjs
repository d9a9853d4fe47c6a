// Builds the web client in the current folder; one build at a time, also when several dotnet commands run.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const olderNode = 20;
if (Number(process.versions.node.split('.')[0]) < 20) process.exit(olderNode);

const lock = '.build.lock';
const result = 'dist/index.html';

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
};

function takeLock() {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure;
    return false;
  }
}

function removeLockOfTheDead() {
  // Empty for the moment between its creation and the number: only an old one is abandoned then.
  const age = Date.now() - changed(lock);
  let holder;
  try {
    holder = Number(readFileSync(lock, 'utf8'));
  } catch {
    return;
  }
  if (holder ? !isAlive(holder) : age > 5_000) rmSync(lock, { force: true });
}

function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
}

const before = changed(result);
while (!takeLock()) {
  removeLockOfTheDead();
  await pause(200);
}

try {
  // Whoever held the lock has built these same sources.
  if (changed(result) === before) {
    if (changed('package-lock.json') > changed('node_modules/.package-lock.json')) npm('ci', '--no-audit', '--no-fund');
    npm('run', 'build');
  }
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
} finally {
  rmSync(lock, { force: true });
}
