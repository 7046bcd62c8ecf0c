/** A group of writes in memory. */
import type { Write } from '../WriteQueue.ts';

/** Every write checks before it changes anything, so nothing has to be taken back. */
export function runEach(writes: readonly Write[]): ReadonlyMap<Write, unknown> {
  const failed = new Map<Write, unknown>();
  for (const write of writes) {
    try {
      write.run();
    } catch (error) {
      failed.set(write, error);
    }
  }
  return failed;
}
