/** Reads what the sources of a plan hold of the things that it names. */
import * as Y from 'yjs';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import { readPart } from '#shared/board/content.ts';
import { roots } from '#shared/board/roots.ts';
import { contentOf } from '#server/snapshots/contentChunks.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import type { SnapshotId } from '#shared/wire/ids.ts';
import type { Unit } from './planTakeBack.ts';

/** What a plan draws on, as it is stored. */
export interface Sources {
  readonly document: Pick<StoredDocument, 'snapshot' | 'updates' | 'versions' | 'version'>;
  /** chunks of each moment that the plan names */
  readonly moments: ReadonlyMap<SnapshotId, readonly Uint8Array[]>;
}

/** Lowest version to which the journal leads. */
export function journalFrom({ snapshot, versions, version }: Sources['document']): number {
  const first = versions[0] ?? version + 1;
  return snapshot === null ? first : first - 1;
}

/** For each unit what its source holds; null = it was not there. */
export function readSources(units: readonly Unit[], { document, moments }: Sources): readonly (string | null)[] {
  const found: (string | null)[] = units.map(() => null);
  for (const [id, chunks] of moments) {
    const content = contentOf(chunks);
    for (const [at, { key, source }] of units.entries())
      if (source.kind === 'moment' && source.id === id) found[at] = content.get(key) ?? null;
  }
  const wanted = new Map<number, number[]>();
  for (const [at, { source }] of units.entries())
    if (source.kind === 'journal') wanted.set(source.version, [...(wanted.get(source.version) ?? []), at]);
  if (wanted.size > 0) readJournal(document, wanted, (at, doc) => (found[at] = readPart(doc, units[at]?.key ?? '')));
  return found;
}

function readJournal(
  { snapshot, updates, versions, version }: Sources['document'],
  wanted: ReadonlyMap<number, readonly number[]>,
  look: (at: number, doc: Y.Doc) => void,
): void {
  const doc = new BoardDoc();
  for (const root of Object.values(roots)) doc.getMap(root);
  const lookAt = (reached: number): void => {
    for (const at of wanted.get(reached) ?? []) look(at, doc);
  };
  const last = Math.max(...wanted.keys());
  if (snapshot !== null) {
    Y.applyUpdate(doc, snapshot);
    lookAt((versions[0] ?? version + 1) - 1);
  }
  for (const [index, update] of updates.entries()) {
    const reached = versions[index] ?? version;
    if (reached > last) break;
    doc.apply(update);
    lookAt(reached);
  }
  doc.destroy();
}
