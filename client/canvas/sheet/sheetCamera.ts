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
const inset = 16;

/** `room`: the free part of the canvas, in its pixels. */
export function sheetCamera({ sheet, first }: SheetParts, room: Rect): Camera {
  const [w, h] = [room.w - inset * 2, room.h - inset * 2];
  const whole = Math.min(1, w / sheet.w, h / sheet.h);
  const all = columnsOf(sheet.w);
  let columns = all;
  while (columns > 1 && w / sheetWidth(columns) < readableZoom) columns -= 1;
  const z = Math.max(whole, Math.min(1, w / Math.min(sheet.w, sheetWidth(columns))));
  // where one column is all that can be read, the first group is seen, and no question that is cut
  const isNarrow = columns === 1 && all > 1 && first !== null;
  const { side } = sheetMeasures;
  const seen = isNarrow ? { ...first, x: sheet.x, y: first.y - side } : sheet;
  const x = isNarrow || sheet.w * z > w + 0.5 ? room.x + inset : room.x + (room.w - sheet.w * z) / 2;
  const y = !isNarrow && sheet.h * z <= h + 0.5 ? room.y + (room.h - sheet.h * z) / 2 : room.y + inset;
  return { x: x / z - seen.x, y: y / z - seen.y, z };
}

function columnsOf(width: number): number {
  const { side, column, gutter } = sheetMeasures;
  return Math.max(1, Math.round((width - side * 2 + gutter) / (column + gutter)));
}
