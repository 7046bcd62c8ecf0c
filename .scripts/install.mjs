// Installs the packages of the lockfile where they are missing or older than it.
import { existsSync, statSync } from 'node:fs';
import { run } from './run.mjs';

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

export async function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Roundtable needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const marker = 'node_modules/.package-lock.json';
  if (changedAt(marker) >= changedAt('package-lock.json')) return;
  // Not `npm ci`: it refuses a lockfile that leaves out the optional binaries of other systems. With the lockfile's exact
  // versions and nothing saved the result is the same.
  await run('Install packages', 'npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
}
