/**
 * Deletes a board for good: everybody on it is sent away and nobody is let in any more, then nothing of it is left but
 * that its id was used.
 */
import type { BoardId } from '#shared/wire/ids.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { SealedActivities } from '#server/sealed/SealedActivities.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';

export async function deleteBoard(
  parts: { readonly store: BoardStore; readonly relay: Relay; readonly sealed: Pick<SealedActivities, 'forget'> },
  board: BoardId,
): Promise<void> {
  await parts.relay.deleteBoard(board);
  await parts.store.deleteBoard(board);
  await parts.sealed.forget(board);
}
