/** The thread of the rooms goes first. */
import { constants, setPriority } from 'node:os';

/**
 * Called by a thread that works for one person while a whole room waits for another: where both want the same processor, it
 * waits. Only Linux gives a priority to a thread alone; elsewhere it would be that of the whole server, and nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // a sandbox may forbid it; then threads share the processor as equals
  }
}
