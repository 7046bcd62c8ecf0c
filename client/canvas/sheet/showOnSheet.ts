/** Brings a sheet, or something on one, into what of the canvas nothing covers. */
import type { Box, Editor } from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import { fitIn } from '../camera/fitIn.ts';
import { freeRoomOf } from '../camera/freeRoom.ts';
import { sheetShapeId } from './sheetShapeIds.ts';
import type { SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';
import { shapeOfView } from '../projected/isOfMap.ts';
import { sheetCamera, type SheetParts } from './sheetCamera.ts';

/** Smaller letters than at this zoom are gone nearer to. */
const leastZoom = 0.6;

/** Null where it does not stand on the page. */
export function sheetParts(editor: Editor, sheet: string): SheetParts | null {
  const place = editor.getShapePageBounds(sheetShapeId(sheet));
  if (!place) return null;
  const first = editor
    .getCurrentPageShapes()
    .flatMap((shape) => {
      const own = shapeOfView(shape);
      // shapes of our own are not in tldraw's list of types
      const on = own?.name === 'sheet' ? (own.shape as unknown as SheetShape) : null;
      return on && on.type !== sheetShapeTypes.sheet && on.props.sheetId === sheet ? [on] : [];
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.y - b.y || a.x - b.x)[0];
  const { x, y, w, h } = place;
  return {
    sheet: { x, y, w, h },
    first: first ? { x: first.x, y: first.y, w: first.props.w, h: first.props.h } : null,
  };
}

/** What was revealed elsewhere. */
export function showOnSheet(editor: Editor, place: Box, { collection, id }: EntityRef): void {
  const room = freeRoomOf(editor.getContainer());
  const parts = collection === 'sheets' ? sheetParts(editor, id) : null;
  if (parts) return void editor.setCamera(sheetCamera(parts, room));
  const zoom = editor.getZoomLevel();
  const { x, y } = editor.pageToViewport(place.point);
  const isInSight =
    x >= room.x && y >= room.y && x + place.w * zoom <= room.x + room.w && y + place.h * zoom <= room.y + room.h;
  if (isInSight && zoom >= leastZoom) return;
  editor.setCamera(fitIn(place, room, { inset: 24, most: Math.max(zoom, 0.9) }));
}

function rank({ type }: SheetShape): number {
  return type === sheetShapeTypes.group ? 0 : 1;
}
