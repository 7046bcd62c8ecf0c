/** The part of the store for images. */
import type { AssetId, BoardId } from '#shared/wire/ids.ts';

export interface AssetRow {
  readonly id: AssetId;
  readonly board: BoardId;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly createdAtMs: number;
}

export interface AssetStore {
  /** An asset never changes: where its id exists on that board, the stored one stays and the promise resolves. */
  putAsset(asset: AssetRow): Promise<void>;
  readAsset(board: BoardId, id: AssetId): Promise<AssetRow | null>;
  /** Bytes of all assets of the board. */
  assetBytes(board: BoardId): Promise<number>;
}
