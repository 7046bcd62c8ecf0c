/** One run: the same seed and number of steps do the same, step by step. */
import type { Act } from './Act.ts';
import { afterStep } from './invariants.ts';
import { lineActs } from './lineActs.ts';
import { forgetEditors } from './openWindow.ts';
import { peopleActs } from './peopleActs.ts';
import { rest } from './rest.ts';
import { seedIds } from './seededIds.ts';
import { World } from './World.ts';

export interface SeedResult {
  readonly seed: number;
  /** Steps that were done, the failing one included. */
  readonly steps: number;
  /** Sentences; none when all is well. */
  readonly faults: readonly string[];
  /** What was done, step by step. */
  readonly trace: readonly string[];
  /** What the relay counted. */
  readonly counts: ReadonlyMap<string, number>;
}

const usualActs = [...peopleActs, ...lineActs];

/** `more` = acts beside the usual ones; with none a seed does what it always did. */
export async function runSeed(seed: number, steps: number, more: readonly Act[] = []): Promise<SeedResult> {
  const acts = [...usualActs, ...more];
  const giveIdsBack = seedIds(seed);
  const trace: string[] = [];
  let world: World | null = null;
  const faults: string[] = [];
  try {
    world = await World.of(seed);
    for (let step = 1; step <= steps && world.faults.length === 0; step++) await stepOf(world, acts, step, trace);
    if (world.faults.length === 0) {
      trace.push('end');
      await rest(world);
      afterStep(world);
    }
  } catch (fault) {
    faults.push(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  }
  faults.push(...(world?.faults ?? []));
  await world?.end();
  forgetEditors();
  giveIdsBack();
  return {
    seed,
    steps: trace.length,
    faults: [...new Set(faults)],
    trace,
    counts: world?.server.counts ?? new Map<string, number>(),
  };
}

async function stepOf(world: World, acts: readonly Act[], step: number, trace: string[]): Promise<void> {
  let at = world.random.next() * acts.reduce((sum, act) => sum + act.weight, 0);
  const act = acts.find(({ weight }) => (at -= weight) < 0);
  if (!act) return;
  trace.push(`${step} ${act.name}`);
  const done = await act.run(world);
  if (done !== undefined) trace[trace.length - 1] = `${step} ${act.name} ${done}`;
  afterStep(world);
}
