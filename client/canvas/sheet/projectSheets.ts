/** The sheets of the map as shapes: a pure function with stable ids, like the ring's. */
import type { TLPageId, TLShapeId } from '@tldraw/tldraw';
import { sheetThings, type GroupThing, type IdeaThing, type SheetThing } from '#shared/drawings/sheetThings.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import { sheetsTop } from '#shared/views/sheet/layoutSheets.ts';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { type Layer, stackIndex } from '../projected/stackIndex.ts';
import type { Project, Projection, ViewSetting } from '../projected/View.ts';
import { groupShapeId, ideaShapeId, sheetShapeId } from './sheetShapeIds.ts';
import type { GroupShape, IdeaShape, SheetPlate, SheetShape } from './sheetShapes.ts';
import { sheetShapeTypes } from './sheetShapeTypes.ts';

export type SheetProjection = Projection<SheetShape, SheetsLayout>;

/** Below the other views; null while they are not there. */
function topOf({ areaOf }: ViewSetting): number | null {
  const frame = areaOf('frame');
  if (frame === null) return null;
  return sheetsTop(Math.max(...[frame, areaOf('cycle')].map((area) => (area ? area.y + area.height : 0))));
}

export function sheetSetting(setting: ViewSetting): string {
  return `${topOf(setting)} ${[...setting.opened].join(' ')}`;
}

const nothing: SheetProjection = {
  records: [],
  layout: { sheets: [], groups: [], ideas: [], bounds: null },
  area: null,
};

export function sheetProjecting(): Project<SheetShape, SheetsLayout> {
  return (map, setting) => {
    const top = topOf(setting);
    if (top === null || map.sheets.length === 0) return nothing;
    const { layout, sheets, groups, ideas } = sheetThings(map, { top, opened: setting.opened });
    const { page } = setting;
    const records: SheetShape[] = [
      ...sheets.map((thing) => sheetShape(thing, page)),
      ...groups.map((thing) => groupShape(thing, page)),
      ...ideas.map((thing) => ideaShape(thing, page)),
    ];
    return { records, layout, area: layout.bounds };
  };
}

function base<I extends TLShapeId>(id: I, page: TLPageId, layer: Layer, { x, y }: Point) {
  return {
    id,
    typeName: 'shape' as const,
    parentId: page,
    index: stackIndex(layer, id),
    x,
    y,
    rotation: 0,
    opacity: 1 as const,
    isLocked: false,
    meta: {},
  };
}

function sheetShape({ place, facts }: SheetThing, page: TLPageId): SheetPlate {
  return {
    ...base(sheetShapeId(place.id), page, 'q', place.box),
    type: sheetShapeTypes.sheet,
    props: { ...facts, sheetId: place.id },
  };
}

function groupShape({ place, facts }: GroupThing, page: TLPageId): GroupShape {
  return {
    ...base(groupShapeId(place.id), page, 'r', place.box),
    type: sheetShapeTypes.group,
    props: { ...facts, groupId: place.id, sheetId: place.sheet },
  };
}

function ideaShape({ place, facts }: IdeaThing, page: TLPageId): IdeaShape {
  return {
    ...base(ideaShapeId(place.id), page, 's', place.box),
    type: sheetShapeTypes.idea,
    props: { ...facts, ideaId: place.id, sheetId: place.sheet, groupId: place.group },
  };
}
