/** Reads a board's document from the store: what is whole of it. What is not is set aside there, and nothing is written over it. */
import * as Y from 'yjs';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Compaction } from './Compaction.ts';
import { isEmptyUpdate } from '#server/relay/updates/emptyUpdate.ts';
import { readableParts } from './readableParts.ts';
import type { PersonBudgets } from '#server/relay/connection/PersonBudgets.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';
import type { MayBegin } from '#server/relay/tick/AppliedTick.ts';
import { RoomDocument } from './RoomDocument.ts';

type Ports = Pick<RelayOptions, 'store' | 'meter' | 'log' | 'clock'> & { readonly budgets?: PersonBudgets };

/** null for a board that does not exist. Throws when the store fails. */
export async function loadRoomDocument(
  board: BoardId,
  options: Ports,
  compaction: Compaction,
): Promise<RoomDocument | null> {
  const { store, meter, log, clock, budgets } = options;
  const found = await store.loadDocument(board);
  if (found === null) return null;
  const measured = <T>(encode: () => T): T => {
    const started = clock.elapsedMs();
    const encoded = encode();
    meter.observe('encodeMs', clock.elapsedMs() - started);
    return encoded;
  };
  const mayBegin: MayBegin = (person, ids) => budgets?.of(board, person).ids.take(ids, clock.elapsedMs()) ?? true;
  const { document, stored } = read(found, (whole) => new RoomDocument(whole, measured, mayBegin));
  const rest = document.takePending();
  document.waiting = mergedUpdates([...(stored.damage?.waiting ?? []), ...(rest === null ? [] : [rest])]);
  document.hasLost = stored.hasLost;
  document.isDamaged = stored.damage !== null;
  compaction.loaded(stored);
  if (stored.faults.length > 0 || rest !== null) await mend(board, document, stored, options, compaction);
  log.info('room.loaded', { board, bytes: document.bytes });
  return document;
}

/** The document out of what can be understood; with what that was. */
function read(
  found: StoredDocument,
  build: (stored: StoredDocument) => RoomDocument,
): { readonly document: RoomDocument; readonly stored: StoredDocument } {
  if (found.snapshot === null || !isEmptyUpdate(found.snapshot)) {
    try {
      return { document: build(found), stored: found };
    } catch {
      // which piece it was is found out below
    }
  }
  const stored = { ...found, ...readableParts(found) };
  return { document: build(stored), stored };
}

function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first = null] = updates;
  return updates.length > 1 ? Y.mergeUpdates([...updates]) : first;
}

async function mend(
  board: BoardId,
  document: RoomDocument,
  stored: StoredDocument,
  { store, log }: Ports,
  compaction: Compaction,
): Promise<void> {
  const { version, faults } = stored;
  // of owners alone nothing of the document is missing
  const isLost = document.waiting !== null || faults.some(({ piece }) => piece !== 'owners');
  document.isDamaged ||= isLost;
  document.hasLost ||= isLost;
  const state = document.answers.fullState();
  try {
    await store.mendDocument(board, { version, state, waiting: document.waiting, faults });
    compaction.loaded({ ...stored, snapshot: state, updates: [] });
  } catch (error) {
    // nobody may write as long as something is missing, so it can be mended when there is room
    if (!(error instanceof StorageFullError)) throw error;
    compaction.suspend();
    log.warn('room.mendWaits', { board });
  }
}
