/** A board as its file: one committed moment of the document, and the pictures that its drawings show. */
import type * as Y from 'yjs';
import * as v from 'valibot';
import type { FilePicture } from '#shared/boardFile/boardFileFormat.ts';
import { fileContentOf, pictureIdsOf, writeBoardFile } from '#shared/boardFile/writeBoardFile.ts';
import { AssetId, type BoardId } from '#shared/wire/ids.ts';
import type { AssetRow, Store } from '#server/store/Store.ts';

export interface ExportOptions {
  readonly title: string;
  readonly exportedAtMs: number;
  /** names of people, which stay out unless somebody asks for them */
  readonly withNames: boolean;
  /** pictures inside the file, or beside it under `pictures/` */
  readonly pictures: 'inside' | 'beside';
}

export interface ExportedBoard {
  readonly text: string;
  /** the pictures that stand beside the file; empty where they are inside */
  readonly beside: ReadonlyArray<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** The document is read at once, so it may be one that others go on changing. */
export async function exportBoard(
  store: Pick<Store, 'readAsset'>,
  board: BoardId,
  doc: Y.Doc,
  { pictures, ...options }: ExportOptions,
): Promise<ExportedBoard> {
  const content = fileContentOf(doc);
  const listed: FilePicture[] = [];
  const beside: { path: string; bytes: Uint8Array }[] = [];
  for (const id of pictureIdsOf(content.records)) {
    const asset = await store.readAsset(board, v.parse(AssetId, id));
    if (asset === null) continue;
    const { type, bytes } = asset;
    const path = pathOf(asset);
    if (pictures === 'beside') beside.push({ path, bytes });
    listed.push({ id, type, ...(pictures === 'inside' ? { data: base64(bytes) } : { file: path }) });
  }
  return { text: writeBoardFile(content, { ...options, pictures: listed }), beside };
}

function pathOf({ id, type }: AssetRow): string {
  return `pictures/${id}.${type.slice('image/'.length)}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
