/** Where the camera has to be for a sheet to be read: as many whole columns as stand side by side in letters of a good size. */
import type { Camera } from '../camera/fitIn.ts';
import type { Rect } from '../camera/freeRoom.ts';
import { sheetMeasures, sheetWidth } from '#shared/views/sheet/sheetMeasures.ts';

export interface SheetParts {
  readonly sheet: Rect;
  /** The first group, or the first notes where there is none; null on an empty sheet. */
  readonly first: Rect | null;
}

/** At this zoom the letters of notes have 11 px. */
const readableZoom = 0.74;
/** Of notes that stand in no group yet, so that more of them are seen at once: 10.5 px. */
const leastZoom = 0.7;
const inset = 16;

/** `room`: the free part of the canvas, in its pixels. */
export function sheetCamera({ sheet, first }: SheetParts, room: Rect): Camera {
  const [w, h] = [room.w - inset * 2, room.h - inset * 2];
  const whole = Math.min(1, w / sheet.w, h / sheet.h);
  const all = columnsOf(sheet.w);
  let columns = all;
  while (columns > 1 && w / sheetWidth(columns) < readableZoom) columns -= 1;
  // where one column is all that can be read: it, or as many notes of a row as can be read
  const isNarrow = columns === 1 && all > 1;
  const seen = isNarrow && first !== null && first.w < sheetMeasures.column ? wholeNotes(w) : sheetWidth(columns);
  const z = Math.max(whole, Math.min(1, w / Math.min(sheet.w, seen)));
  const x = isNarrow || sheet.w * z > w + 0.5 ? room.x + inset : room.x + (room.w - sheet.w * z) / 2;
  // from the top on: it grows downward as it is grouped, and nobody has to follow
  return { x: x / z - sheet.x, y: (room.y + inset) / z - sheet.y, z };
}

/** The width of as many whole notes side by side as can be read in so many pixels, from the sheet's edge on. */
function wholeNotes(pixels: number): number {
  const { side, column, gutter, note, group } = sheetMeasures;
  // two of them have the room of a column with its gutter
  const widthOf = (count: number): number => side + group.side + ((count - 1) * (column + gutter)) / 2 + note.width;
  let count = 1;
  while (pixels / widthOf(count + 1) >= leastZoom) count += 1;
  return widthOf(count);
}

function columnsOf(width: number): number {
  const { side, column, gutter } = sheetMeasures;
  return Math.max(1, Math.round((width - side * 2 + gutter) / (column + gutter)));
}
