// Installs the packages of the lockfile where they are missing, incomplete or older than it.
// Building and serving need about half of them; the others come with the first command that checks or measures.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** npm writes the list of what it installed when all of it is there; somebody may have stopped it while it took things away. */
function isComplete(marker) {
  try {
    const { packages } = JSON.parse(readFileSync(marker, 'utf8'));
    return Object.keys(packages).every((folder) => existsSync(join(folder, 'package.json')));
  } catch {
    // no list, or the beginning of one
    return false;
  }
}

/** Are the packages there that only checks need? */
function hasChecks() {
  const { devDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.keys(devDependencies).every((name) => existsSync(join('node_modules', name)));
}

/** With `forChecks` also what only checks need; without, what is there of it stays. */
export async function installPackages({ forChecks = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Roundtable needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const marker = 'node_modules/.package-lock.json';
  const isNew = changedAt(marker) >= changedAt('package-lock.json') && isComplete(marker);
  const withChecks = forChecks || hasChecks();
  if (isNew && (!forChecks || hasChecks())) return;
  rmSync(marker, { force: true });
  await run('Install packages', 'npm', ['ci', withChecks ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund']);
}
