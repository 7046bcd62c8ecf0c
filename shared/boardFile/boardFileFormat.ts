/**
 * The board file: everything needed to make the same board again, as JSON. Versions only grow; a file of a newer one is
 * refused by name. Ratings, people, sealed content and snapshots are not in it.
 *
 *   format       "roundtable-board/2"; files of version 1 have no record
 *   title        name of the board
 *   exported_at  ISO time of the one committed moment that the file shows
 *   map          the partnership map in the template format, as `npm run findings` reads it
 *   canvas       free drawings: tldraw 3.15 records (document, page, shape, asset, binding), by id
 *   pictures     id, type and `data` (base64)
 *   record       what its workshops gave: steps, questions, revealed ideas, totals of votes, decisions, by time; it names nobody
 */
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { CanvasRecord } from '#shared/board/record.ts';

export const boardFileFormat = 'roundtable-board/2';
export const firstBoardFormat = 'roundtable-board/1';

/** Kinds of drawings that a board can have; anything else is refused in a file and left out of one. */
export const drawingKinds = [
  'arrow',
  'draw',
  'frame',
  'geo',
  'group',
  'highlight',
  'image',
  'line',
  'note',
  'text',
] as const;

export interface FilePicture {
  readonly id: string;
  readonly type: string;
  /** base64 */
  readonly data: string;
}

/** A board file that was read and found whole. */
export interface BoardFile {
  /** a template file has a map only */
  readonly kind: 'board' | 'template';
  readonly title: string;
  readonly exportedAt: string | null;
  readonly map: PartnershipMap;
  readonly records: readonly CanvasRecord[];
  readonly pictures: readonly FilePicture[];
  readonly record: readonly RecordEntry[];
}
