/**
 * Content cut into chunks of about eight neighbors, known by the hash of what they say. Where a chunk ends follows from the
 * keys alone, so that a change touches the chunk it stands in and no other, and equal parts of two snapshots are stored once.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BoardContent } from '#shared/board/content.ts';
import { compareText } from '#shared/map/fractionalIndex.ts';
import type { SnapshotChunk } from '#server/store/SnapshotStore.ts';

/** A chunk before it is stored. */
export interface ContentChunk {
  readonly hash: string;
  readonly text: string;
}

const neighbors = 8;

/** The whole content, in the order of its keys. */
export function chunksOf(content: BoardContent): readonly ContentChunk[] {
  const chunks: ContentChunk[] = [];
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length === 0) return;
    const text = lines.join('\n');
    chunks.push({ hash: createHash('sha256').update(text).digest('hex').slice(0, 32), text });
    lines = [];
  };
  for (const key of [...content.keys()].toSorted(compareText)) {
    // JSON has neither tabs nor line feeds between its quotes
    lines.push(`${JSON.stringify(key)}\t${content.get(key) ?? '{}'}`);
    if (isEnd(key)) end();
  }
  end();
  return chunks;
}

/**
 * What the store gets: bytes only of what it has not. Copied, since zlib answers with a piece of 16 kB, all of which would go
 * from one thread to another.
 */
export function packChunks(chunks: readonly ContentChunk[], known: ReadonlySet<string>): readonly SnapshotChunk[] {
  return chunks.map(({ hash, text }) => ({
    hash,
    bytes: known.has(hash) ? null : Uint8Array.from(deflateRawSync(text)),
  }));
}

export function contentOf(chunks: readonly Uint8Array[]): BoardContent {
  const content = new Map<string, string>();
  for (const bytes of chunks) {
    for (const line of inflateRawSync(bytes).toString('utf8').split('\n')) {
      const tab = line.indexOf('\t');
      content.set(String(JSON.parse(line.slice(0, tab))), line.slice(tab + 1));
    }
  }
  return content;
}

/** One key of eight, always the same ones (FNV-1a). */
function isEnd(key: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % neighbors === 0;
}
