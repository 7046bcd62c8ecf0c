/** When `npm start` installs: a project folder of three files and an npm that only notes that it was called. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = pathToFileURL(resolve('.scripts/install.mjs')).href;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtable-install-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await writeFile(join(folder, 'package.json'), '{"devDependencies": {"checker": "1.0.0"}}');
  for (const name of ['one', 'two']) {
    await mkdir(join(folder, 'node_modules', name), { recursive: true });
    await writeFile(join(folder, 'node_modules', name, 'package.json'), '{}');
  }
  await markComplete();
  await npmEndsWith(0);
});
afterEach(() => rm(folder, { recursive: true }));

const markerFile = () => join(folder, 'node_modules', '.package-lock.json');
const lockIsNewer = () => utimes(join(folder, 'package-lock.json'), new Date(), new Date(Date.now() + 60_000));

async function markComplete(): Promise<void> {
  await writeFile(markerFile(), JSON.stringify({ packages: { 'node_modules/one': {}, 'node_modules/two': {} } }));
  await utimes(markerFile(), new Date(), new Date(Date.now() + 1_000));
}

async function npmEndsWith(code: number): Promise<void> {
  const npm = join(folder, 'bin', 'npm');
  await writeFile(npm, `#!/bin/sh\necho "$@" >> '${join(folder, 'calls')}'\nexit ${code}\n`);
  await chmod(npm, 0o755);
}

/** What npm was called with when a start installs, or nothing. */
async function start(options = ''): Promise<string> {
  await rm(join(folder, 'calls'), { force: true });
  spawnSync(process.execPath, ['-e', `import('${script}').then((install) => install.installPackages(${options}))`], {
    cwd: folder,
    env: { ...process.env, PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) },
  });
  return readFile(join(folder, 'calls'), 'utf8').catch(() => '');
}

describe('an installation', () => {
  it('[OPS-9] that is complete is left alone', async () => {
    expect(await start()).toBe('');
  });

  it('[OPS-9] older than the lockfile is made anew, from the lockfile alone', async () => {
    await lockIsNewer();
    expect(await start()).toMatch(/^ci /);
  });

  it('[OPS-9] that was stopped is begun anew by the next start, however far it came', async () => {
    await rm(join(folder, 'node_modules', 'two'), { recursive: true });
    expect(await start()).toMatch(/^ci /);
    await writeFile(markerFile(), '{"packages": {"node_mod');
    expect(await start()).toMatch(/^ci /);
  });

  it('[OPS-9] that failed is begun anew by the next start, though nothing else changed', async () => {
    await lockIsNewer();
    await npmEndsWith(1);
    expect(await start()).toMatch(/^ci /);
    await utimes(join(folder, 'package-lock.json'), new Date(), new Date(0));
    expect(await start()).toMatch(/^ci /);
  });

  it('[OPS-9] gets what checks need with the first command that checks, and keeps it', async () => {
    await rm(markerFile());
    expect(await start()).toMatch(/^ci --omit=dev /);
    await markComplete();
    expect(await start('{ forChecks: true }')).toMatch(/^ci --include=dev /);
    await mkdir(join(folder, 'node_modules', 'checker'));
    await markComplete();
    expect(await start('{ forChecks: true }')).toBe('');
    expect(await start()).toBe('');
    await lockIsNewer();
    expect(await start()).toMatch(/^ci --include=dev /);
  });
});
