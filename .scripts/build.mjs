// Builds the page and the server where the build is missing or older than the sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const sources = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts'];
const products = ['dist/client/index.html', 'dist/server/main.js'];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export async function buildWhenOlder() {
  const built = products.every((path) => existsSync(path))
    ? Math.min(...products.map((path) => statSync(path).mtimeMs))
    : 0;
  if (built > Math.max(...sources.map(newest))) return;
  await run('Build', 'vite', ['build', '--app', '--logLevel', 'warn']);
}
