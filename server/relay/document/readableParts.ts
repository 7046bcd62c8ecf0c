/** Which pieces of a stored document can be understood. Beside what the store found damaged: what is as it was written, and no update. */
import * as Y from 'yjs';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import type { DocumentFault } from '#server/store/DamageStore.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import { isEmptyUpdate } from '#server/relay/updates/emptyUpdate.ts';

export type Readable = Pick<StoredDocument, 'snapshot' | 'updates' | 'versions' | 'faults'>;

/** All of them for a whole document; the others become faults. */
export function readableParts(stored: StoredDocument): Readable {
  const { snapshot, updates, versions } = stored;
  const faults: DocumentFault[] = [...stored.faults];
  // each document begins with its collections, so a state without anything was never written
  const isState = snapshot !== null && !isEmptyUpdate(snapshot);
  const pieces = [
    ...(isState ? [{ update: snapshot, version: 0 }] : []),
    ...updates.map((update, at) => ({ update, version: versions[at] ?? 0 })),
  ];
  const good = canApply(pieces.map(({ update }) => update)) ? pieces : goodOnes(pieces);
  if (snapshot !== null && !good.some(({ version }) => version === 0))
    faults.push({ piece: 'state', reason: 'damaged' });
  for (const { version } of pieces)
    if (version > 0 && !good.some((one) => one.version === version))
      faults.push({ piece: { from: version, to: version }, reason: 'damaged' });
  const journal = good.filter(({ version }) => version > 0);
  return {
    snapshot: good.find(({ version }) => version === 0)?.update ?? null,
    updates: journal.map(({ update }) => update),
    versions: journal.map(({ version }) => version),
    faults,
  };
}

interface Piece {
  readonly update: Uint8Array;
  /** 0: the full state */
  readonly version: number;
}

/** One after the other into one document, which is built anew where a piece broke it. */
function goodOnes(pieces: readonly Piece[]): readonly Piece[] {
  const good: Piece[] = [];
  let doc = new BoardDoc();
  for (const piece of pieces.filter(({ update }) => canDecode(update))) {
    try {
      doc.apply(piece.update);
      good.push(piece);
    } catch {
      doc.destroy();
      doc = new BoardDoc();
      for (const { update } of good) Y.applyUpdate(doc, update);
    }
  }
  doc.destroy();
  return good;
}

/** Reads without allocating what the bytes claim. */
function canDecode(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function canApply(updates: readonly Uint8Array[]): boolean {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return true;
  } catch {
    return false;
  } finally {
    doc.destroy();
  }
}
