/** An uploaded file as what a board begins with; or every reason why it is none. Nothing is written here. */
import { countRecords } from '#shared/boardFile/countRecords.ts';
import type { BoardFile } from '#shared/boardFile/boardFileFormat.ts';
import { fileDocument } from '#shared/boardFile/fileDocument.ts';
import { readBoardFile } from '#shared/boardFile/readBoardFile.ts';
import { imageIdsOf } from '#shared/boardFile/writeBoardFile.ts';
import type { Problem } from '#shared/map/file/Problem.ts';
import { type Ratings, ratingsOf } from '#shared/map/ratings.ts';
import { AssetId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import * as v from 'valibot';
import { readImage } from '#server/images/readImage.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { AssetRow } from '#server/store/AssetStore.ts';
import { boundsProblem } from './jsonBounds.ts';

/** Plain data, so that it can go to another thread. */
export interface ImportJob {
  /** the file, in pieces */
  readonly parts: readonly Uint8Array[];
  readonly limits: Pick<Limits, 'maxAssetBytes' | 'maxAssetPixels' | 'maxAssetsBytesPerBoard'>;
  readonly nowMs: number;
  /** false: only what would come is asked for */
  readonly withContent: boolean;
}

/** What the board begins with. */
export interface ImportContent {
  /** Yjs update (V1) */
  readonly first: Uint8Array;
  readonly ratings: Ratings;
  readonly assets: readonly Omit<AssetRow, 'board'>[];
  readonly record: readonly RecordRow[];
}

type Unfit = Extract<ImportPreview, { readonly ok: false }>;

export type ReadImport =
  | {
      readonly ok: true;
      readonly preview: Extract<ImportPreview, { readonly ok: true }>;
      /** null where only the preview was asked for */
      readonly content: ImportContent | null;
    }
  | Unfit;

const shownProblems = 100;

export function unfit(problems: readonly Problem[]): Unfit {
  const shown = problems.slice(0, shownProblems).map(({ path, message }) => ({ path, message }));
  return { ok: false, problems: shown, more: problems.length - shown.length };
}

export function readImport({ parts, limits, nowMs, withContent }: ImportJob): ReadImport {
  const bytes = Buffer.concat(parts);
  const tooMuch = boundsProblem(bytes);
  if (tooMuch !== null) return unfit([{ path: '', message: tooMuch }]);
  const text = textOf(bytes);
  if (text === null) return unfit([{ path: '', message: 'The file is not text in UTF-8.' }]);
  const read = readBoardFile(text);
  if (!read.ok) return unfit(read.problems);
  const { file } = read;
  const problems: Problem[] = [];
  const assets = readImages(file, limits, nowMs, problems);
  if (problems.length > 0) return unfit(problems);
  const first = fileDocument(file);
  if (first === null) return unfit([{ path: '', message: 'Something in the file breaks the rules of a board.' }]);
  const there = new Set<string>(assets.map(({ id }) => id));
  const { kind, title, exportedAt, map, records } = file;
  const preview = {
    ok: true,
    kind,
    title,
    exportedAt,
    counts: countRecords(map, records),
    pictures: assets.length,
    missingPictures: imageIdsOf(records).filter((id) => !there.has(id)).length,
  } as const;
  if (!withContent) return { ok: true, preview, content: null };
  const record = file.record.map(({ id, at, content }) => ({ id, atMs: at, content: JSON.stringify(content) }));
  return { ok: true, preview, content: { first, ratings: ratingsOf(map), assets, record } };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function readImages(
  { pictures }: BoardFile,
  limits: ImportJob['limits'],
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
      const picture = readImage(bytes, limits.maxAssetPixels);
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
