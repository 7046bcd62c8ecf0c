// npm run check: format, lint, types, unit tests. Whole processes, exports, long random runs and browsers belong to npm test.
import { installPackages } from './install.mjs';
import { run, runTogether } from './run.mjs';

/** What the compiler learned last time; it looks at what changed since. */
const typesCache = 'node_modules/.cache/types.tsbuildinfo';

export async function check(projects) {
  await runTogether([
    { title: 'Format', command: 'oxfmt', args: ['--check', '.'] },
    { title: 'Lint', command: 'oxlint', args: ['--type-aware', '.'] },
    { title: 'Types', command: 'tsc', args: ['--noEmit', '--incremental', '--tsBuildInfoFile', typesCache] },
  ]);
  await run('Tests', 'vitest', ['run', '--reporter=default', ...projects.flatMap((name) => ['--project', name])]);
}

if (process.argv[1]?.endsWith('check.mjs')) {
  await installPackages({ forChecks: true });
  await check(['shared', 'server', 'client']);
}
