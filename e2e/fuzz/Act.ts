/** One thing that may happen in a run: chosen by weight, done, and named in the trace of the run. */
import type { World } from './World.ts';

export interface Act {
  readonly name: string;
  readonly weight: number;
  /** What was done, for the trace; undefined when there was nothing to do it to. */
  run(world: World): string | undefined | Promise<string | undefined>;
}
