/**
 * Keeps the shapes of all views on one canvas: they show the map, and what people do to them becomes commands. Whatever was
 * done, afterwards the shapes stand as the map says (decisions 0086 and 0301).
 */
import { react, Vec, type Editor, type TLPageId, type TLShape } from '@tldraw/tldraw';
import type { EntityRef } from '#client/map/Selection.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { LateViews } from '../lateViews.ts';
import type { ViewName } from '../views.ts';
import type { Foresight } from './Foresight.ts';
import { openForesight } from './lateForesight.ts';
import { applyProjection, type ProjectionTarget } from './applyProjection.ts';
import { GestureLog } from './GestureLog.ts';
import { handOverArrows } from './handOverArrows.ts';
import { answerGrouping } from './groupChosen.ts';
import { shapeOfView, viewNames, viewOf, type ShapeOfView } from './isOfMap.ts';
import { openedOn } from './openedOn.ts';
import type { TryingPort, Outcome, Project, Projection, ViewSetting } from './View.ts';

/** Why a gesture did nothing, or what it did; null: for a reason that all views have. */
export type ViewHint =
  | { readonly view: ViewName; readonly hint: string }
  | { readonly view: null; readonly hint: 'otherPage' | 'readOnly' };

export interface ViewKeeperSetup {
  readonly editor: Editor;
  readonly map: () => PartnershipMap;
  /** ISO day. */
  readonly asOf: () => string;
  /** The stage that runs now; null = people roam. */
  readonly litStage: () => Stage | null;
  /** Null until what comes after the canvas is there. */
  readonly late: () => LateViews | null;
  readonly port: TryingPort;
  /** The page that carries the views. */
  readonly page: TLPageId;
  readonly merge: ProjectionTarget['merge'];
  readonly onInspect: (ref: EntityRef) => void;
  readonly onHint: (hint: ViewHint) => void;
}

/** A view as it was made last. */
interface Made {
  readonly project: Project;
  readonly map: PartnershipMap;
  readonly setting: string;
  readonly projection: Projection;
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

export class ViewKeeper {
  readonly #setup: ViewKeeperSetup;
  readonly #made = new Map<ViewName, Made>();
  readonly #log: GestureLog;
  #foresight: Foresight | null = null;
  readonly #stops: readonly (() => void)[];
  #isScheduled = false;
  #isDisposed = false;
  #isOurs = false;
  #newest: Outcome['added'] = undefined;

  constructor(setup: ViewKeeperSetup) {
    this.#setup = setup;
    const { editor, page } = setup;
    this.#log = new GestureLog({
      editor,
      page,
      late: setup.late,
      isOurs: () => this.#isOurs,
      shown: (view) => this.projection(view),
      onPending: () => this.#schedule(),
    });
    const onEvent = (info: EditorEvent) => this.#onEvent(info);
    editor.on('event', onEvent);
    this.#stops = [
      answerGrouping(editor, (chosen) => this.#group(chosen)),
      react('what its person opened', () => {
        openedOn(editor).get();
        queueMicrotask(() => this.#isDisposed || this.show());
      }),
      () => editor.off('event', onEvent),
      () => this.#log.dispose(),
      () => this.#foresight?.dispose(),
      editor.sideEffects.registerAfterCreateHandler('page', (record) => {
        if (record.id === page) queueMicrotask(() => this.#isDisposed || this.show());
      }),
      react('gestures on the map end', () => {
        editor.getPath();
        if (!this.#isBusy() && this.#isPending()) this.#schedule();
      }),
    ];
  }

  /** What the canvas shows of a view; undefined until it is there. */
  projection(view: ViewName): Projection | undefined {
    return this.#made.get(view)?.projection;
  }

  /** Brings the canvas to the map as it is now; cheap when nothing of the views changed. */
  show(gone: readonly string[] = []): void {
    this.#make();
    const { editor, page, merge } = this.#setup;
    // Somebody has deleted the page; the binding brings it back empty.
    if (!editor.store.has(page)) return;
    this.#isOurs = true;
    try {
      const held = this.#isBusy() ? this.#log.held() : undefined;
      this.#foresight?.refresh();
      const records = [...this.#made].flatMap(
        ([name, { projection }]) => (held && this.#foresight?.records(name, projection, held)) ?? projection.records,
      );
      applyProjection({ store: editor.store, merge }, records, { held, gone });
    } finally {
      this.#isOurs = false;
    }
    this.#editNewest();
  }

  /** Carries out what has been collected, now; otherwise it happens by itself when a gesture ends. */
  settle(): void {
    if (this.#isDisposed || this.#isBusy() || !this.#isPending()) return;
    this.#make();
    const { editor } = this.#setup;
    const before = new Map(this.#made);
    const foreseen = this.#foresight?.end() ?? null;
    const { gestures, gone, written, isAstray } = this.#log.take();
    if (written.length > 0) {
      if (editor.getEditingShapeId() !== null && written.some((id) => id === editor.getEditingShapeId()))
        editor.setCurrentTool('select.idle');
      editor.deleteShapes([...written]);
    }
    let hint: ViewHint | undefined = isAstray ? { view: null, hint: 'otherPage' } : undefined;
    const instead = new Map<string, string>();
    for (const { view, gesture } of gestures) {
      const acts = this.#setup.late()?.[view];
      const made = before.get(view);
      // until what carries gestures out is there the map shows itself again, and people hear that it cannot be changed
      if (!acts || !made) {
        hint ??= { view: null, hint: 'readOnly' };
        continue;
      }
      const done = gesture.do === 'move' && foreseen !== null ? { ...gesture, foreseen } : gesture;
      const outcome = acts.carryOut(done, made.projection, this.#setup.port);
      this.#newest = outcome.added ?? this.#newest;
      if (outcome.hint !== undefined) hint ??= { view, hint: outcome.hint };
      if (gesture.do === 'add' && outcome.added) instead.set(gesture.shape.id, outcome.added.id);
    }
    for (const id of written) joinSteps(editor, id);
    if (gone.length > 0) {
      this.show();
      for (const copy of gone) handOverArrows(editor, copy, instead.get(copy));
    }
    this.show(gone);
    if (hint) this.#setup.onHint(hint);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const stop of this.#stops) stop();
  }

  #isPending(): boolean {
    return this.#log.isPending() || this.#foresight?.isOn() === true;
  }

  #foresee(): void {
    const { editor, late, port, onHint } = this.#setup;
    this.#foresight ??= openForesight({
      editor,
      late,
      port,
      onHint,
      dragged: () => this.#log.dragged(),
      shown: (view) => this.projection(view),
      setting: () => this.#settingOf(),
      onRoom: () => this.#isDisposed || this.show(),
    });
    this.#foresight?.look();
  }

  /** What is chosen becomes a group. */
  #group([first, ...others]: readonly ShapeOfView[]): void {
    const acts = first && this.#setup.late()?.[first.name];
    const made = first && this.#made.get(first.name);
    if (!acts || !made) return;
    const gesture = { do: 'group', shape: first.shape, others: others.map(({ shape }) => shape) } as const;
    const { added, hint } = acts.carryOut(gesture, made.projection, this.#setup.port);
    this.#newest = added ?? this.#newest;
    this.show();
    if (hint !== undefined) this.#setup.onHint({ view: first.name, hint });
  }

  /** Makes each view anew of which something changed; one beside others after these. */
  #make(): void {
    const map = this.#setup.map();
    const late = this.#setup.late();
    for (const name of viewNames) {
      const { first, reads } = viewOf(name);
      const before = this.#made.get(name);
      const project = before?.project ?? first?.() ?? late?.[name].project();
      if (!project) continue;
      const setting = this.#settingOf();
      const word = `${setting.asOf} ${late?.[name].settingOf?.(setting) ?? ''}`;
      const isSame =
        before?.setting === word && (before.map === map || reads.every((list) => before.map[list] === map[list]));
      const projection = isSame ? before.projection : project(map, setting);
      this.#made.set(name, { project, map, setting: word, projection });
    }
  }

  #settingOf(): ViewSetting {
    return {
      asOf: this.#setup.asOf(),
      page: this.#setup.page,
      litStage: this.#setup.litStage(),
      opened: openedOn(this.#setup.editor).get(),
      areaOf: (view) => this.projection(view as ViewName)?.area ?? null,
    };
  }

  /** What was just added is chosen; what has no words yet is written at once. */
  #editNewest(): void {
    const { editor } = this.#setup;
    const shape = this.#newest && editor.getShape(this.#newest.id as TLShape['id']);
    if (!this.#newest || !shape) return;
    const { isUnnamed } = this.#newest;
    this.#newest = undefined;
    if (!editor.isIn('select')) return;
    editor.select(shape.id);
    if (isUnnamed) this.#write(shape.id);
  }

  #write(id: TLShape['id']): void {
    const { editor } = this.#setup;
    const shape = editor.getShape(id);
    if (!shape) return;
    editor.setEditingShape(id);
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.settle();
    });
  }

  #isBusy(): boolean {
    return busyPaths.some((path) => this.#setup.editor.isIn(path));
  }

  /** After a press on the canvas that was no drag and chose nothing. */
  #chooseInside(): void {
    const { editor } = this.#setup;
    const { originScreenPoint, currentScreenPoint, currentPagePoint, shiftKey, ctrlKey } = editor.inputs;
    const isDrag = Vec.Dist(originScreenPoint, currentScreenPoint) > mostPress;
    if (isDrag || shiftKey || ctrlKey || !editor.isIn('select.idle') || editor.getSelectedShapeIds().length > 0) return;
    const hit = editor.getShapeAtPoint(currentPagePoint, { hitInside: true });
    const own = hit ? shapeOfView(hit) : null;
    if (own?.view.chosenInside?.includes(own.shape.type)) editor.select(own.shape.id);
  }

  #onEvent(info: EditorEvent): void {
    const { editor } = this.#setup;
    if (info.name === 'pointer_move' && editor.isIn('select.translating')) this.#foresee();
    if (info.type === 'pointer' && info.name === 'pointer_up' && info.target === 'canvas') this.#chooseInside();
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up' || !editor.isIn('select')) return;
    const { currentPagePoint: at } = editor.inputs;
    // where nothing is hit it is the part of a view in which the press was
    const hit =
      editor.getShapeAtPoint(at, { hitLabels: true, hitInside: false }) ??
      editor.getShapeAtPoint(at, { hitLabels: true, hitInside: true });
    const own = hit ? shapeOfView(hit) : null;
    const ref = own && own.view.refOf(own.shape);
    if (!own || !ref) return;
    const isWriting = editor.getEditingShapeId() === own.shape.id;
    if (own.view.writesAtDoubleClick === true && !editor.getIsReadonly()) {
      if (!isWriting) this.#write(own.shape.id);
      return;
    }
    // The second click on a chosen text has begun to edit it.
    if (isWriting) editor.complete();
    this.#setup.onInspect(ref);
  }
}

/** A press moves less than this, in pixels. */
const mostPress = 4;

interface EditorEvent {
  readonly type: string;
  readonly name: string;
  readonly target?: string;
  readonly phase?: string;
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
