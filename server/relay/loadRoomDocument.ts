/** Reads a board's document from the store. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { Compaction } from './Compaction.ts';
import type { RelayOptions } from './Relay.ts';
import { RoomDocument } from './RoomDocument.ts';

/** null for a board that does not exist. Throws when the store fails or what it gives is not whole. */
export async function loadRoomDocument(
  board: BoardId,
  options: RelayOptions,
  compaction: Compaction,
): Promise<RoomDocument | null> {
  const { store, meter, log, clock } = options;
  const stored = await store.loadDocument(board);
  if (stored === null) return null;
  const document = new RoomDocument(stored, (encode) => {
    const started = clock.elapsedMs();
    const encoded = encode();
    meter.observe('encodeMs', clock.elapsedMs() - started);
    return encoded;
  });
  if (!document.isWhole) throw new Error('The journal of the board has a hole');
  compaction.loaded(stored);
  log.info('room.loaded', { board, bytes: document.bytes });
  return document;
}
