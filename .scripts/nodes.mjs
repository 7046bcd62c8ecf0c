// npm run nodes: what depends on Node itself, on each line of Node that the project runs on: the checks, then the suites that
// kill the store and the server. Each Node comes as a package into node_modules/.cache. `npm run nodes 24` for one of them.
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';
import { buildWhenOlder } from './build.mjs';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

const lines = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24'];
const crashSuites = ['server/store', 'server/main', 'server/ops', 'e2e/faults/crash', 'e2e/built'];
const system = { win32: 'win', darwin: process.arch === 'arm64' ? 'bin-darwin' : 'darwin' }[process.platform];
const packageName = `node-${system ?? process.platform}-${process.arch}`;

/** Folder with the newest Node of a line. */
async function nodeOf(line) {
  const place = resolve('node_modules/.cache/nodes', line);
  mkdirSync(place, { recursive: true });
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', place, `${packageName}@${line}`];
  await run(`Node ${line}`, 'npm', args);
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = resolve(place, 'node_modules', packageName, 'bin', name);
  if (existsSync(binary)) return dirname(binary);
  console.error(`${packageName} ${line} has no ${binary}.`);
  return process.exit(1);
}

await installPackages({ forChecks: true });
await buildWhenOlder();
const before = process.env.PATH;
for (const line of lines) {
  process.env.PATH = before;
  const folder = await nodeOf(line);
  // `run` puts the project's binaries in front of this; what they start finds this Node first.
  process.env.PATH = [folder, before].join(delimiter);
  const print = 'console.log(process.version, "with SQLite", process.versions.sqlite ?? "from its package")';
  await run('Which Node', 'node', ['-e', print]);
  await run(`Checks on Node ${line}`, 'node', ['.scripts/check.mjs']);
  await run(`Crashes on Node ${line}`, 'vitest', ['run', '--project', 'whole', '--project', 'e2e', ...crashSuites]);
}
