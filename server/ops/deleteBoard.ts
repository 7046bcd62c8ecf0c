/** Deletes a board for good: everybody on it is sent away, then nothing of it is left but that its id was used. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { Store } from '#server/store/Store.ts';

export async function deleteBoard(
  parts: { readonly store: Store; readonly relay: Relay },
  board: BoardId,
): Promise<void> {
  await parts.relay.deleteBoard(board);
  await parts.store.deleteBoard(board);
  // Somebody may have come in between the two; now the store knows, so nobody can after this.
  await parts.relay.deleteBoard(board);
}
