/**
 * `npm run fuzz`: the seeded tests of the suite with many more seeds. A failing seed is in the name of its test; run it
 * again with `--from <seed> --seeds 1`, and keep it as a test of its own name.
 *
 *   --seeds 200         histories of people who edit, go offline and come back (client/binding)
 *   --from 1            first seed
 *   --mutations 100000  damaged updates against the whole server (e2e/faults), with `--from` as their seed
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    mutations: { type: 'string', default: '100000' },
  },
});

const vitest = createRequire(import.meta.url).resolve('vitest/vitest.mjs');

function run(testArguments: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest, 'run', ...testArguments, '--testTimeout=0'], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const codes = [
  await run(['client/binding/convergence.test.ts'], { FUZZ_SEEDS: values.seeds, FUZZ_FROM: values.from }),
  await run(['e2e/faults/frames.test.ts', '-t', 'mutated'], {
    FUZZ_MUTATIONS: values.mutations,
    FUZZ_SEED: values.from,
  }),
];
process.exit(Math.max(...codes));
