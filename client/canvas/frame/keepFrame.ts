/**
 * Keeps the frame's shapes on one canvas: they show the map, and what people do to them becomes commands. Whatever was done,
 * afterwards the shapes stand as the map says (decision 0086).
 */
import { react, type Editor, type TLPageId, type TLShape } from '@tldraw/tldraw';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { applyProjection, type ProjectionTarget } from './applyProjection.ts';
import type { CarryOut, FrameHint, Gesture, Outcome } from './carryOut.ts';
import { entityOf, type FrameEntity } from './FrameEntity.ts';
import type { FrameShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import { isFrameShape, isProjected } from './isProjected.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import { LayoutMemory } from '#shared/views/frame/LayoutMemory.ts';
import type { Move } from '#shared/views/frame/moveTarget.ts';
import { handOverArrows } from './handOverArrows.ts';
import { frameListsChanged } from './frameListsChanged.ts';
import { draggedIndex } from './projectedIds.ts';
import { projectFrame, type FrameProjection } from './projectFrame.ts';

export interface FrameKeeperSetup {
  readonly editor: Editor;
  readonly map: () => PartnershipMap;
  /** ISO day. */
  readonly asOf: () => string;
  readonly carryOut: () => CarryOut | null;
  readonly page: TLPageId;
  readonly merge: ProjectionTarget['merge'];
  readonly onInspect: (entity: FrameEntity) => void;
  readonly onHint: (hint: FrameHint) => void;
}

export interface FrameKeeper {
  /** Brings the canvas to the map as it is now; cheap when nothing of the frame changed. */
  show(): FrameProjection;
  /** Carries out what has been collected, now; otherwise it happens by itself when a gesture ends. */
  settle(): void;
  dispose(): void;
}

/** While tldraw is in one of these, shapes stand under somebody's pointer. */
const busyPaths = ['select.translating', 'select.rotating', 'select.resizing'];

export function keepFrame(setup: FrameKeeperSetup): FrameKeeper {
  const { editor, page } = setup;
  const { store, sideEffects } = editor;
  const target: ProjectionTarget = { store, merge: setup.merge };

  const memory = new LayoutMemory();
  let projection: FrameProjection | null = null;
  let shownMap: PartnershipMap | null = null;
  let shownDay = '';
  /** What was done since the last settling. */
  const moved = new Set<string>();
  const copies = new Set<string>();
  const deleted = new Map<string, FrameShape>();
  const written = new Map<string, string>();
  let isScheduled = false;
  let isDisposed = false;
  let isOurs = false;
  let newest: Outcome['added'] = undefined;

  const isBusy = () => busyPaths.some((path) => editor.isIn(path));
  const isPending = () => moved.size > 0 || copies.size > 0 || deleted.size > 0 || written.size > 0;
  const asFrame = (record: TLShape): FrameShape | null =>
    // Shapes of our own are not in tldraw's list of types.
    isFrameShape(record) ? (record as unknown as FrameShape) : null;

  function current(): FrameProjection {
    const map = setup.map();
    const day = setup.asOf();
    if (!projection || !shownMap || shownDay !== day || frameListsChanged(shownMap, map))
      projection = projectFrame(map, day, page, memory);
    shownMap = map;
    shownDay = day;
    return projection;
  }

  function show(gone: readonly string[] = []): FrameProjection {
    const now = current();
    // Somebody has deleted the page; the binding brings it back empty.
    if (!store.has(page)) return now;
    isOurs = true;
    try {
      applyProjection(target, now.records, { held: isBusy() ? moved : undefined, gone });
    } finally {
      isOurs = false;
    }
    editNewest();
    return now;
  }

  /** What was just added is chosen; what has no name yet is written at once. */
  function editNewest(): void {
    const id = newest?.id;
    const shape = id === undefined ? undefined : editor.getShape(id as TLShape['id']);
    if (!newest || !shape) return;
    const { isUnnamed } = newest;
    newest = undefined;
    if (!editor.isIn('select')) return;
    editor.select(shape.id);
    if (isUnnamed && shape.type !== frameShapeTypes.token) {
      editor.setEditingShape(shape.id);
      editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
    }
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      settle();
    });
  }

  function settle(): void {
    if (isDisposed || isBusy() || !isPending()) return;
    const gestures = collect();
    const gone = [...copies] as TLShape['id'][];
    const instead = new Map<string, string>();
    moved.clear();
    copies.clear();
    deleted.clear();
    written.clear();
    const before = current();
    let hint: FrameHint | undefined;
    for (const gesture of gestures) {
      // until what carries gestures out is there the map shows itself again, and people hear that it cannot be changed
      const outcome: Outcome = setup.carryOut()?.(gesture, before) ?? { hint: 'readOnly' };
      newest = outcome.added ?? newest;
      hint ??= outcome.hint;
      if (gesture.do === 'add' && outcome.added) instead.set(gesture.shape.id, outcome.added.id);
    }
    if (gone.length > 0) {
      show();
      for (const copy of gone) handOverArrows(editor, copy, instead.get(copy));
    }
    show(gone);
    if (hint) setup.onHint(hint);
  }

  function collect(): readonly Gesture[] {
    const gestures: Gesture[] = [];
    const way = arrowWay(editor);
    for (const id of moved) {
      const shape = frameShape(id);
      if (!shape || (shape.type === frameShapeTypes.token && moved.has(shape.parentId))) continue;
      // Given up with Escape, or back where it was.
      const stands = projection?.records.find((record) => record.id === id);
      if (stands && Math.hypot(stands.x - shape.x, stands.y - shape.y) < 0.01) continue;
      if (way && shape.type === frameShapeTypes.card && moved.size === 1)
        gestures.push({ do: 'step', shape, move: way });
      else gestures.push({ do: 'move', shape, at: middle(shape) });
    }
    for (const [id, text] of written) {
      const shape = frameShape(id);
      if (shape) gestures.push({ do: 'write', shape, text });
    }
    /** What was sent to another page, or copied there with its page: the map stands on one page, so it means nothing. */
    const astray = new Set<string>();
    const here: FrameShape[] = [];
    for (const id of copies) {
      const shape = frameShape(id);
      if (!shape || copies.has(shape.parentId)) continue;
      if (editor.getAncestorPageId(shape.id) === page) here.push(shape);
      else astray.add(entityKey(shape));
    }
    for (const [id, shape] of deleted) {
      // Tokens go with their card; a wedge, a card or a token that is there again was not deleted.
      const isGone = !deleted.has(shape.parentId) && !store.has(id as TLShape['id']);
      if (isGone && !astray.has(entityKey(shape))) gestures.push({ do: 'delete', shape });
    }
    for (const shape of here) gestures.push({ do: 'add', shape, at: middle(shape) });
    if (astray.size > 0) setup.onHint('otherPage');
    return gestures;
  }

  function frameShape(id: string): FrameShape | null {
    const shape = editor.getShape(id as TLShape['id']);
    return shape ? asFrame(shape) : null;
  }

  function middle(shape: FrameShape): Point {
    const bounds = editor.getShapePageBounds(shape.id);
    return bounds ? { x: bounds.center.x, y: bounds.center.y } : { x: shape.x, y: shape.y };
  }

  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || isOurs || !isProjected(before.id)) return after;
      const [was, is] = [asFrame(before), asFrame(after)];
      if (!was || !is) return after;
      if (is.props.text !== was.props.text) {
        written.set(before.id, is.props.text);
        schedule();
      }
      const isMovable = was.type === frameShapeTypes.card || was.type === frameShapeTypes.token;
      const isMove = isMovable && (before.x !== after.x || before.y !== after.y);
      if (!isMove || before.parentId !== after.parentId || before.rotation !== after.rotation) return before;
      moved.add(before.id);
      schedule();
      return {
        ...before,
        x: after.x,
        y: after.y,
        index: was.type === frameShapeTypes.card ? draggedIndex : before.index,
      };
    }),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (_, after) => {
      // The eraser is for what people drew: it passes over the map.
      const erased = after.erasingShapeIds.filter((id) => !isProjected(id));
      return erased.length === after.erasingShapeIds.length ? after : { ...after, erasingShapeIds: erased };
    }),
    sideEffects.registerAfterCreateHandler('shape', (record, source) => {
      if (source !== 'user' || isOurs || isProjected(record.id) || !isFrameShape(record)) return;
      copies.add(record.id);
      schedule();
    }),
    sideEffects.registerAfterDeleteHandler('shape', (record, source) => {
      copies.delete(record.id);
      // What goes with its page is not taken off the map.
      if (source !== 'user' || isOurs || !isProjected(record.id) || !store.has(page)) return;
      const shape = asFrame(record);
      if (!shape) return;
      moved.delete(record.id);
      deleted.set(record.id, shape);
      schedule();
    }),
    sideEffects.registerAfterCreateHandler('page', (record) => {
      if (record.id === page) queueMicrotask(() => isDisposed || show());
    }),
    react('gestures on the frame end', () => {
      editor.getPath();
      if (!isBusy() && isPending()) schedule();
    }),
  ];

  const onEvent = (info: { type: string; name: string; phase?: string }) => {
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up' || !editor.isIn('select')) return;
    const hit = editor.getShapeAtPoint(editor.inputs.currentPagePoint, { hitLabels: true, hitInside: false });
    const shape = hit ? asFrame(hit) : null;
    if (!shape) return;
    // The second click on a chosen text has begun to edit it.
    if (editor.getEditingShapeId() === shape.id) editor.complete();
    setup.onInspect(entityOf(shape));
  };
  editor.on('event', onEvent);

  return {
    show: () => show(),
    settle,
    dispose() {
      isDisposed = true;
      for (const stop of stops) stop();
      editor.off('event', onEvent);
    },
  };
}

/** Names what a shape shows and where: a copy has the key of what it was copied from. */
function entityKey({ type, props }: FrameShape): string {
  const { organizationId, interestId, representativeId } = {
    organizationId: '',
    interestId: '',
    representativeId: '',
    ...props,
  };
  return [type, organizationId, interestId, representativeId].join(' ');
}

/** A card that was moved by arrow keys walks through the places of its wedge; with Shift from wedge to wedge. */
function arrowWay(editor: Editor): Move | null {
  const { keys } = editor.inputs;
  if (!editor.isIn('select.idle')) return null;
  const isShifted = keys.has('ShiftLeft') || keys.has('ShiftRight');
  if (keys.has('ArrowRight') || keys.has('ArrowDown')) return isShifted ? 'nextWedge' : 'nextPlace';
  if (keys.has('ArrowLeft') || keys.has('ArrowUp')) return isShifted ? 'previousWedge' : 'previousPlace';
  return null;
}
