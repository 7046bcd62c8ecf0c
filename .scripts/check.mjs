// npm run check: format, lint, types, unit tests. With --all also the slower tests over real sockets and processes.
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

export async function check(projects) {
  await run('Format', 'oxfmt', ['--check', '.']);
  await run('Lint', 'oxlint', ['--type-aware', '.']);
  await run('Types', 'tsc', ['--noEmit']);
  await run('Tests', 'vitest', ['run', '--reporter=default', ...projects.flatMap((name) => ['--project', name])]);
}

if (process.argv[1]?.endsWith('check.mjs')) {
  await installPackages();
  await check(['shared', 'server', 'client']);
}
