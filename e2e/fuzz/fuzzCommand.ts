/**
 * `npm run fuzz`: the convergence fuzz over many seeds. Prints each seed's result, and for a failing one how to run it again;
 * keep it as a test of its own name in `convergence.test.ts`.
 *
 *   --seeds 200   how many
 *   --from 1      the first one
 *   --steps 200   steps of each run
 *   --trace       prints what was done, step by step
 */
/* oxlint-disable no-console */
import { parseArgs } from 'node:util';
import { openWindow, calmWindow } from './openWindow.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200' },
    trace: { type: 'boolean', default: false },
  },
});
const [seeds, from, steps] = [Number(values.seeds), Number(values.from), Number(values.steps)];

openWindow();
calmWindow();
// tldraw looks for its window while it is loaded
const { runSeed } = await import('./runSeed.ts');

const failed: number[] = [];
const counts = new Map<string, number>();
for (let seed = from; seed < from + seeds; seed++) {
  const startedMs = performance.now();
  const result = await runSeed(seed, steps);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  for (const [name, count] of result.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  const isSound = result.faults.length === 0;
  console.log(`seed ${seed}: ${isSound ? 'sound' : 'FAILED'}, ${result.steps} steps, ${seconds} s`);
  if (values.trace) console.log(result.trace.map((line) => `  ${line}`).join('\n'));
  if (isSound) continue;
  failed.push(seed);
  console.log(
    result.faults
      .slice(0, 5)
      .map((fault) => `  ${fault}`)
      .join('\n'),
  );
  console.log(`  last: ${result.trace.slice(-8).join(' | ')}`);
  console.log(`  again: npm run fuzz -- --from ${seed} --seeds 1 --steps ${steps} --trace`);
}
console.log(`the relay counted: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`);
console.log(
  failed.length === 0 ? `${seeds} seeds, all sound` : `${failed.length} of ${seeds} seeds failed: ${failed.join(' ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);
