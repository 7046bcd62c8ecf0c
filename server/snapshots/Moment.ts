/** A moment of a board: in memory, and packed for the disk. */
import type * as Y from 'yjs';
import { readContent, type BoardContent } from '#shared/board/content.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { roots } from '#shared/board/roots.ts';
import { countRecords } from '#shared/boardFile/countRecords.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { SnapshotChunk, SnapshotRow } from '#server/store/Store.ts';
import { packChunks, type ContentChunk } from './contentChunks.ts';
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

function* drawingsOf(content: BoardContent): Generator<{ readonly id: string }> {
  const canvas = `${roots.canvas}/`;
  for (const key of content.keys()) if (key.startsWith(canvas)) yield { id: key.slice(canvas.length) };
}
