import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('servers', import.meta.url));

/** The other servers have a lockfile of their own: nobody else needs them. */
export function installServers(): void {
  const installed = join(folder, 'node_modules/.package-lock.json');
  const isNew =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
  if (isNew) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}

/** A file of one of them. */
export function serverFile(packageName: string, path: string): string {
  return join(folder, 'node_modules', packageName, path);
}

export function serverVersion(packageName: string): string {
  const { version } = createRequire(import.meta.url)(serverFile(packageName, 'package.json')) as { version: string };
  return version;
}
