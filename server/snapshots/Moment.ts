/** A moment of a board: in memory, and packed for the disk. */
import * as Y from 'yjs';
import { readContent, type BoardContent } from '#shared/board/content.ts';
import { forgetRated } from '#shared/board/forgetRated.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { roots } from '#shared/board/roots.ts';
import { countRecords } from '#shared/boardFile/countRecords.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { SnapshotChunk, SnapshotRow } from '#server/store/SnapshotStore.ts';
import { chunksOf, packChunks, type ContentChunk } from './contentChunks.ts';
import { snapshotPicture } from './snapshotPicture.ts';

export interface Moment {
  readonly content: BoardContent;
  readonly map: PartnershipMap;
}

/** What a snapshot keeps of it. */
export interface PackedMoment extends Pick<SnapshotRow, 'counts' | 'picture'> {
  readonly chunks: readonly SnapshotChunk[];
}

export function momentOf(doc: Y.Doc): Moment {
  return { content: readContent(doc), map: readMap(doc) };
}

/** `known` = hashes of chunks that the store has. */
export function packMoment(
  { content, map }: Moment,
  chunks: readonly ContentChunk[],
  known: ReadonlySet<string>,
): PackedMoment {
  return {
    counts: countRecords(map, drawingsOf(content)),
    picture: snapshotPicture(map),
    chunks: packChunks(chunks, known),
  };
}

/** A document on disk (full state and updates) as a moment with all its chunks, without the picture. */
export function packParts(parts: readonly Uint8Array[]): PackedMoment {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('The journal has a hole');
  forgetRated(doc);
  const { content, map } = momentOf(doc);
  doc.destroy();
  return {
    counts: countRecords(map, drawingsOf(content)),
    picture: '',
    chunks: packChunks(chunksOf(content), new Set()),
  };
}

function* drawingsOf(content: BoardContent): Generator<{ readonly id: string }> {
  const canvas = `${roots.canvas}/`;
  for (const key of content.keys()) if (key.startsWith(canvas)) yield { id: key.slice(canvas.length) };
}
