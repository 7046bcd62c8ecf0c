/** What others do before a tick goes to disk and after it; where they fail, the tick goes on. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { Loss } from './MassRemoval.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';

type Tools = Pick<RelayOptions, 'beforeLoss' | 'onNamed' | 'log'> & { readonly board: BoardId };

export async function keepBefore({ board, log, beforeLoss }: Tools, loss: Loss): Promise<void> {
  try {
    await beforeLoss?.(board, loss);
  } catch (error) {
    // The person who deletes has a right to it, and the journal still holds what was there.
    log.error('room.keepBeforeLossFailed', { board }, error);
  }
}

export async function tellNamed({ board, log, onNamed }: Tools, organizations: readonly string[]): Promise<void> {
  try {
    await onNamed?.(board, organizations);
  } catch (error) {
    // one press on the card says the same
    log.error('room.namedFailed', { board }, error);
  }
}
