/** Which records of the canvas show the map: they are never written into the document's `canvas` root. */
import type { TLShape } from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import { views, type ViewName } from '../views.ts';
import type { ProjectedShape } from './ProjectedShape.ts';
import type { View } from './View.ts';

export const viewNames = Object.keys(views) as readonly ViewName[];

/** As the engine sees it, which knows no shape of its own. */
export function viewOf(name: ViewName): View {
  return views[name];
}

/** A shape of a view, also one that is a copy and not projected. */
export interface ShapeOfView {
  readonly name: ViewName;
  readonly view: View;
  readonly shape: ProjectedShape;
}

const byType = new Map(viewNames.flatMap((name) => Object.values(viewOf(name).types).map((type) => [type, name])));

/** Null for records that are no shape of a view. */
export function shapeOfView(record: object): ShapeOfView | null {
  const name =
    'type' in record && 'typeName' in record && record.typeName === 'shape'
      ? byType.get(record.type as string)
      : undefined;
  // Shapes of our own are not in tldraw's list of types.
  return name === undefined ? null : { name, view: viewOf(name), shape: record as ProjectedShape };
}

/** True for the id of a shape that shows the map. */
export function isProjectedId(id: string): boolean {
  return viewNames.some((name) => viewOf(name).ids.test(id));
}

/**
 * True for the id of a projected shape. With the record at hand also true for copies of such shapes: they have ids of
 * tldraw's own and stand on the canvas only until their gesture became a command.
 */
export function isOfMap(id: string, record?: object | null): boolean {
  return isProjectedId(id) || (record !== undefined && record !== null && shapeOfView(record) !== null);
}

/** The entity that a shape shows; null for drawings, notes and what stands for no entity. */
export function shownEntity(shape: TLShape): EntityRef | null {
  const own = shapeOfView(shape);
  return own && own.view.refOf(own.shape);
}
