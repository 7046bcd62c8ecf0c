/** An uploaded file as what a board begins with; or every reason why it is none. Nothing is written here. */
import type { BoardFile } from '#shared/boardFile/boardFileFormat.ts';
import { fileDocument } from '#shared/boardFile/fileDocument.ts';
import { readBoardFile } from '#shared/boardFile/readBoardFile.ts';
import { pictureIdsOf } from '#shared/boardFile/writeBoardFile.ts';
import type { Problem } from '#shared/map/file/Problem.ts';
import { type Ratings, ratingsOf } from '#shared/map/ratings.ts';
import { AssetId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import * as v from 'valibot';
import { readPicture } from '#server/pictures/readPicture.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { AssetRow } from '#server/store/Store.ts';

export interface Import {
  readonly file: BoardFile;
  readonly first: Uint8Array;
  readonly ratings: Ratings;
  readonly assets: readonly Omit<AssetRow, 'board'>[];
  readonly record: readonly RecordRow[];
  /** pictures that drawings show and the file has not */
  readonly missingPictures: number;
}

export type ReadImport =
  | { readonly ok: true; readonly value: Import }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type PictureLimits = Pick<Limits, 'maxAssetBytes' | 'maxAssetPixels' | 'maxAssetsBytesPerBoard'>;

export function readImport(bytes: Uint8Array, limits: PictureLimits, nowMs: number): ReadImport {
  const text = textOf(bytes);
  if (text === null) return { ok: false, problems: [{ path: '', message: 'The file is not text in UTF-8.' }] };
  const read = readBoardFile(text);
  if (!read.ok) return read;
  const problems: Problem[] = [];
  const assets = readPictures(read.file, limits, nowMs, problems);
  if (problems.length > 0) return { ok: false, problems };
  const first = fileDocument(read.file);
  if (first === null)
    return { ok: false, problems: [{ path: '', message: 'Something in the file breaks the rules of a board.' }] };
  const there = new Set<string>(assets.map(({ id }) => id));
  const missingPictures = pictureIdsOf(read.file.records).filter((id) => !there.has(id)).length;
  const record = read.file.record.map(({ id, at, content }) => ({ id, atMs: at, content: JSON.stringify(content) }));
  const ratings = ratingsOf(read.file.map);
  return { ok: true, value: { file: read.file, first, ratings, assets, record, missingPictures } };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function readPictures(
  { pictures }: BoardFile,
  limits: PictureLimits,
  nowMs: number,
  problems: Problem[],
): readonly Omit<AssetRow, 'board'>[] {
  let sum = 0;
  return pictures.flatMap(({ id, type, data }, at) => {
    const path = `pictures[${at}]`;
    const bytes = new Uint8Array(Buffer.from(data, 'base64'));
    sum += bytes.length;
    if (bytes.length > limits.maxAssetBytes || sum > limits.maxAssetsBytesPerBoard) {
      problems.push({ path, message: 'is larger than pictures of a board may be' });
      return [];
    }
    try {
      const picture = readPicture(bytes, limits.maxAssetPixels);
      if (picture.type === type) return [{ id: v.parse(AssetId, id), type, bytes: picture.bytes, createdAtMs: nowMs }];
      problems.push({ path, message: `is ${picture.type}, not ${type}` });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const message = error.code === 'too-large' ? 'has more pixels than a picture may have' : 'is no picture';
      problems.push({ path, message });
    }
    return [];
  });
}
