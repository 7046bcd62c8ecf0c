/**
 * Keeps the cycle's shapes on one canvas: they show the map, and what people do to them becomes commands, as the ring does it
 * (decisions 0086 to 0088).
 */
import { react, type Editor, type TLPageId, type TLShape } from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Stage } from '#shared/kinds/values.ts';
import { applyProjection, type ProjectionTarget } from '../frame/applyProjection.ts';
import { handOverArrows } from '../frame/handOverArrows.ts';
import { carryOutCycle, takesNote, type CycleHint, type CycleOutcome } from './carryOutCycle.ts';
import type { CycleCommands } from './CycleCommands.ts';
import { asCycle, CycleGestures } from './CycleGestures.ts';
import { cycleListsChanged } from './cycleListsChanged.ts';
import { cycleRefOf } from './cycleRefOf.ts';
import { isCycleProjected } from './isCycleProjected.ts';
import { projectCycle, type CycleProjection } from './projectCycle.ts';

export interface CycleKeeperSetup {
  readonly editor: Editor;
  readonly map: () => PartnershipMap;
  /** ISO day. */
  readonly asOf: () => string;
  /** Where the cycle begins; null until the ring is there. */
  readonly left: () => number | null;
  /** The stage that runs now; null = people roam. */
  readonly litStage: () => Stage | null;
  readonly commands: () => CycleCommands;
  readonly page: TLPageId;
  readonly merge: ProjectionTarget['merge'];
  readonly onInspect: (ref: EntityRef) => void;
  readonly onHint: (hint: CycleHint) => void;
}

export interface CycleKeeper {
  /** Brings the canvas to the map as it is now; cheap when nothing of the cycle changed. Null while the ring is not there. */
  show(): CycleProjection | null;
  /** Carries out what has been collected, now; otherwise it happens by itself when a gesture ends. */
  settle(): void;
  dispose(): void;
}

/** While tldraw is in one of these, a gesture is under way. */
const busyPaths = [
  'select.translating',
  'select.rotating',
  'select.resizing',
  'select.dragging_handle',
  'note.pointing',
  'arrow.pointing',
];

export function keepCycle(setup: CycleKeeperSetup): CycleKeeper {
  const { editor, page } = setup;
  const target: ProjectionTarget = { store: editor.store, merge: setup.merge };

  let projection: CycleProjection | null = null;
  let shown: { readonly map: PartnershipMap; readonly view: string } | null = null;
  let isScheduled = false;
  let isDisposed = false;
  let isOurs = false;
  let newest: CycleOutcome['added'] = undefined;

  const isBusy = () => busyPaths.some((path) => editor.isIn(path));
  const gestures = new CycleGestures({
    editor,
    page,
    isOurs: () => isOurs,
    takesNote: (at) => projection !== null && takesNote(projection.layout, at),
    standsAt: (id) => projection?.records.find((record) => record.id === id),
    onPending: schedule,
  });

  function current(): CycleProjection | null {
    const [map, left, litStage, asOf] = [setup.map(), setup.left(), setup.litStage(), setup.asOf()];
    if (left === null) return null;
    const view = `${left} ${String(litStage)} ${asOf}`;
    if (!projection || shown?.view !== view || cycleListsChanged(shown.map, map))
      projection = projectCycle(map, { asOf, left, litStage, page });
    shown = { map, view };
    return projection;
  }

  function show(gone: readonly string[] = []): CycleProjection | null {
    const now = current();
    // Somebody has deleted the page; the binding brings it back empty.
    if (!now || !editor.store.has(page)) return now;
    isOurs = true;
    try {
      const held = isBusy() ? gestures.held() : undefined;
      applyProjection(target, now.records, { held, gone, owns: isCycleProjected });
    } finally {
      isOurs = false;
    }
    editNewest();
    return now;
  }

  /** What was just added is chosen; what has no words yet is written at once. */
  function editNewest(): void {
    const shape = newest && editor.getShape(newest.id as TLShape['id']);
    if (!newest || !shape) return;
    const { isUnnamed } = newest;
    newest = undefined;
    if (!editor.isIn('select')) return;
    editor.select(shape.id);
    if (!isUnnamed) return;
    editor.setEditingShape(shape.id);
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
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
    if (isDisposed || isBusy() || !gestures.isPending()) return;
    const before = current();
    if (!before) return;
    const { gestures: done, gone, written, isAstray } = gestures.take();
    const instead = new Map<string, string>();
    if (written.length > 0) {
      if (editor.getEditingShapeId() !== null && written.some((id) => id === editor.getEditingShapeId()))
        editor.setCurrentTool('select.idle');
      editor.deleteShapes([...written]);
    }
    let hint: CycleHint | undefined = isAstray ? 'otherPage' : undefined;
    for (const gesture of done) {
      const outcome = carryOutCycle(gesture, before, setup.commands());
      newest = outcome.added ?? newest;
      hint ??= outcome.hint;
      if (gesture.do === 'add' && outcome.added) instead.set(gesture.shape.id, outcome.added.id);
    }
    for (const id of written) joinSteps(editor, id);
    if (gone.length > 0) {
      show();
      for (const copy of gone) handOverArrows(editor, copy, instead.get(copy));
    }
    show(gone);
    if (hint) setup.onHint(hint);
  }

  const stopPages = editor.sideEffects.registerAfterCreateHandler('page', (record) => {
    if (record.id === page) queueMicrotask(() => isDisposed || show());
  });
  const stop = react('gestures on the cycle end', () => {
    editor.getPath();
    if (!isBusy() && gestures.isPending()) schedule();
  });

  const onEvent = (info: { type: string; name: string; phase?: string }) => {
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up' || !editor.isIn('select')) return;
    const hit = editor.getShapeAtPoint(editor.inputs.currentPagePoint, { hitLabels: true, hitInside: false });
    const shape = hit ? asCycle(hit) : null;
    const ref = shape && cycleRefOf(shape);
    if (!shape || !ref) return;
    // The second click on a chosen text has begun to edit it.
    if (editor.getEditingShapeId() === shape.id) editor.complete();
    setup.onInspect(ref);
  };
  editor.on('event', onEvent);

  return {
    show: () => show(),
    settle,
    dispose() {
      isDisposed = true;
      stop();
      stopPages();
      gestures.dispose();
      editor.off('event', onEvent);
    },
  };
}

/** A part of tldraw 3.15.6's editor that its types leave out. */
interface Marks {
  getMarkIdMatching(part: string): string | null;
}

/** What was drawn, its going, and what it became on the map are one step of undo: from the mark that tldraw set for drawing it. */
function joinSteps(editor: Editor, id: TLShape['id']): void {
  const marks = editor as unknown as Marks;
  const mark = marks.getMarkIdMatching(`creating_arrow:${id}`) ?? marks.getMarkIdMatching(`creating_note:${id}`);
  if (mark !== null) editor.squashToMark(mark);
}
