/** A board as its file: one committed moment of the document, and the pictures that its drawings show. */
import type * as Y from 'yjs';
import * as v from 'valibot';
import type { FilePicture } from '#shared/boardFile/boardFileFormat.ts';
import { fileContentOf, imageIdsOf, writeBoardFile } from '#shared/boardFile/writeBoardFile.ts';
import { AssetId, type BoardId } from '#shared/wire/ids.ts';
import type { Store } from '#server/store/Store.ts';
import { recordUntil } from './recordUntil.ts';

export interface ExportOptions {
  readonly title: string;
  readonly exportedAtMs: number;
  /** names of people, which stay out unless somebody asks for them */
  readonly withNames: boolean;
}

/** The document is read at once, so it may be one that others go on changing. */
export async function exportBoard(
  store: Pick<Store, 'listRecord' | 'readAsset' | 'setAside'>,
  board: BoardId,
  doc: Y.Doc,
  options: ExportOptions,
): Promise<string> {
  const content = fileContentOf(doc);
  const pictures: FilePicture[] = [];
  const record = await recordUntil(store, board, options.exportedAtMs);
  for (const id of imageIdsOf(content.records)) {
    const asset = await store.readAsset(board, v.parse(AssetId, id));
    if (asset !== null) pictures.push({ id, type: asset.type, data: base64(asset.bytes) });
  }
  return writeBoardFile(content, { ...options, pictures, record });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
