/** What was done to shapes of the map since the last settling, read from the store (decision 0086). */
import type { Editor, TLArrowBinding, TLPageId, TLShape, TLShapeId } from '@tldraw/tldraw';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import type { StepWay } from '#shared/views/StepWay.ts';
import type { LateViews } from '../lateViews.ts';
import type { ViewName } from '../views.ts';
import { isProjectedId, shapeOfView, viewNames, viewOf, type ShapeOfView } from './isOfMap.ts';
import type { ProjectedShape } from './ProjectedShape.ts';
import { draggedIndex } from './stackIndex.ts';
import type { Gesture, Projection, ViewActs } from './View.ts';

export interface GestureLogSetup {
  readonly editor: Editor;
  /** The page that carries the views. */
  readonly page: TLPageId;
  readonly late: () => LateViews | null;
  /** True while the projection itself is being written. */
  readonly isOurs: () => boolean;
  /** What the canvas shows of a view. */
  readonly shown: (view: ViewName) => Projection | undefined;
  readonly onPending: () => void;
}

/** A gesture on a view. */
export interface Done {
  readonly view: ViewName;
  readonly gesture: Gesture;
}

export interface Collected {
  /** In an order in which they can be carried out. */
  readonly gestures: readonly Done[];
  /** Copies that became commands: they leave the canvas. */
  readonly gone: readonly TLShapeId[];
  /** Notes and arrows that became commands, and were written into the document already. */
  readonly written: readonly TLShapeId[];
  /** Something was sent to another page, or copied there with its page: the map stands on one page, so it means nothing. */
  readonly isAstray: boolean;
}

export class GestureLog {
  readonly #setup: GestureLogSetup;
  readonly #moved = new Set<string>();
  readonly #copies = new Set<string>();
  readonly #deleted = new Map<string, ShapeOfView>();
  readonly #written = new Map<string, { readonly before: string; readonly after: string }>();
  readonly #pulled = new Map<string, Point>();
  readonly #notes = new Set<string>();
  readonly #arrows = new Set<string>();
  /** What was moved was dragged. */
  #isDragged = false;
  readonly #stops: readonly (() => void)[];

  constructor(setup: GestureLogSetup) {
    this.#setup = setup;
    const { sideEffects } = setup.editor;
    this.#stops = [
      sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
        source === 'user' && !setup.isOurs() && isProjectedId(before.id) ? this.#onChange(before, after) : after,
      ),
      sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
        if (source === 'user' && !setup.isOurs() && isProjectedId(before.id)) this.#carryAlong(before, after);
      }),
      sideEffects.registerBeforeChangeHandler('instance_page_state', (_, after) => {
        // The eraser is for what people drew: it passes over the map.
        const erased = after.erasingShapeIds.filter((id) => !isProjectedId(id));
        return erased.length === after.erasingShapeIds.length ? after : { ...after, erasingShapeIds: erased };
      }),
      sideEffects.registerAfterCreateHandler('shape', (record, source) => {
        if (source === 'user' && !setup.isOurs() && !isProjectedId(record.id)) this.#onCreate(record);
      }),
      sideEffects.registerAfterDeleteHandler('shape', (record, source) => {
        for (const list of [this.#copies, this.#notes, this.#arrows]) list.delete(record.id);
        if (source === 'user' && !setup.isOurs() && isProjectedId(record.id)) this.#onDelete(record);
      }),
    ];
  }

  get #lists() {
    return [this.#moved, this.#copies, this.#deleted, this.#written, this.#pulled, this.#notes, this.#arrows] as const;
  }

  isPending(): boolean {
    return this.#lists.some((list) => list.size > 0);
  }

  /** Under somebody's pointer: their place on the screen stays. */
  held(): ReadonlySet<string> {
    return this.#moved;
  }

  /** Everything since the last time. */
  take(): Collected {
    const gone = [...this.#copies] as TLShapeId[];
    const { here, astray } = this.#copied();
    const taken = [...this.#takenNotes(), ...this.#joined()];
    const gestures = [
      ...this.#moves(),
      ...this.#words(),
      ...this.#lines(),
      ...this.#deletions(astray),
      ...here.map(({ name, shape }) => ({
        view: name,
        gesture: { do: 'add', shape, at: this.#middle(shape) } as const,
      })),
      ...taken.map(({ done }) => done),
    ];
    for (const list of this.#lists) list.clear();
    return { gestures, gone, written: taken.map(({ id }) => id), isAstray: astray.size > 0 };
  }

  /** What is dragged, as if it were let go here; null while nothing of a view is. */
  dragged(): Done | null {
    if (!this.#isDragged || this.#moved.size === 0) return null;
    return this.#moves().find(({ gesture }) => gesture.do === 'move') ?? null;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #onChange(before: TLShape, after: TLShape): TLShape {
    const [was, is] = [shapeOfView(before), shapeOfView(after)];
    if (!was || !is) return after;
    const [old, now] = [was.shape.props, is.shape.props];
    if (now.text !== old.text) {
      const earlier = this.#written.get(before.id);
      this.#written.set(before.id, { before: earlier?.before ?? old.text, after: now.text });
      this.#setup.onPending();
    }
    if (!was.view.movable.includes(was.shape.type)) return before;
    if (now.pull !== old.pull) {
      const { pull } = now;
      if (pull) this.#pulled.set(before.id, pull);
      else this.#pulled.delete(before.id);
      this.#setup.onPending();
      return { ...before, props: { ...before.props, pull } };
    }
    const isMove = before.x !== after.x || before.y !== after.y;
    if (!isMove || before.parentId !== after.parentId || before.rotation !== after.rotation) return before;
    this.#moved.add(before.id);
    this.#isDragged = this.#setup.editor.isIn('select.translating');
    this.#setup.onPending();
    // what stands in another shape stays on it while it is dragged
    const index = before.parentId.startsWith('page:') ? draggedIndex : before.index;
    return { ...before, x: after.x, y: after.y, index };
  }

  /** What belongs to something that is dragged goes with it, unless it is in the hand itself. */
  #carryAlong(before: TLShape, after: TLShape): void {
    const { editor } = this.#setup;
    const own = shapeOfView(after);
    const by = { x: after.x - before.x, y: after.y - before.y };
    if (!own?.view.carries || (by.x === 0 && by.y === 0) || !editor.isIn('select.translating')) return;
    const inHand = new Set(editor.getSelectedShapeIds());
    for (const other of editor.getCurrentPageShapes()) {
      const { name, shape } = shapeOfView(other) ?? {};
      if (name !== own.name || !shape || inHand.has(shape.id) || !own.view.carries(own.shape, shape)) continue;
      editor.store.update(other.id, (record) => ({ ...record, x: record.x + by.x, y: record.y + by.y }));
    }
  }

  #onCreate(record: TLShape): void {
    const { editor } = this.#setup;
    if (shapeOfView(record)) this.#copies.add(record.id);
    else if (record.type === 'note' && editor.isIn('note')) this.#notes.add(record.id);
    else if (record.type === 'arrow' && editor.isIn('arrow')) this.#arrows.add(record.id);
    else return;
    this.#setup.onPending();
  }

  #onDelete(record: TLShape): void {
    const own = shapeOfView(record);
    // What goes with its page is not taken off the map.
    if (!own || !this.#setup.editor.store.has(this.#setup.page)) return;
    this.#moved.delete(record.id);
    this.#deleted.set(record.id, own);
    this.#setup.onPending();
  }

  #moves(): readonly Done[] {
    const moved = [...this.#moved].flatMap((id) => this.#own(id) ?? []);
    const way = arrowWay(this.#setup.editor);
    const done = moved.flatMap(({ name, view, shape }) => {
      if (this.#moved.has(shape.parentId)) return [];
      const stands = this.#setup.shown(name)?.records.find(({ id }) => id === shape.id);
      // Given up with Escape, or back where it was.
      if (stands && Math.hypot(stands.x - shape.x, stands.y - shape.y) < 0.01) return [];
      const isAlone = moved.filter((one) => one.name === name).length === 1;
      const gesture: Gesture =
        way && isAlone && view.walking.includes(shape.type)
          ? { do: 'step', shape, way }
          : { do: 'move', shape, at: this.#middle(shape) };
      return [{ view: name, gesture }];
    });
    return this.#isDragged ? this.#together(done) : done;
  }

  /** Of a view whose things land together one gesture for all of them, at the pointer. */
  #together(done: readonly Done[]): readonly Done[] {
    const landed = new Set<ViewName>();
    return done.flatMap((one) => {
      if (viewOf(one.view).landsTogether !== true) return [one];
      if (landed.has(one.view)) return [];
      landed.add(one.view);
      const [shape, ...others] = done.flatMap(({ view, gesture }) =>
        view === one.view && gesture.do === 'move' ? gesture.shape : [],
      );
      const { x, y } = this.#setup.editor.inputs.currentPagePoint;
      return shape ? [{ view: one.view, gesture: { do: 'move', shape, others, at: { x, y } } as const }] : [];
    });
  }

  #words(): readonly Done[] {
    return [...this.#written].flatMap(([id, words]) => {
      const own = this.#own(id);
      return own ? [{ view: own.name, gesture: { do: 'write', shape: own.shape, ...words } as const }] : [];
    });
  }

  #lines(): readonly Done[] {
    return [...this.#pulled].flatMap(([id, { x, y }]) => {
      const own = this.#own(id);
      if (!own) return [];
      const at = { x: own.shape.x + x, y: own.shape.y + y };
      return [{ view: own.name, gesture: { do: 'pull', shape: own.shape, at } as const }];
    });
  }

  #copied() {
    const astray = new Set<string>();
    const here: ShapeOfView[] = [];
    for (const id of this.#copies) {
      const own = this.#own(id);
      if (!own || this.#copies.has(own.shape.parentId)) continue;
      if (this.#isHere(own.shape.id)) here.push(own);
      else astray.add(keyOf(own));
    }
    return { here, astray };
  }

  #deletions(astray: ReadonlySet<string>): readonly Done[] {
    const all = [...this.#deleted.values()];
    return all.flatMap((own) => {
      const { name, shape } = own;
      // What stands in another shape goes with it; what is there again, as a whole or elsewhere, was not deleted.
      if (this.#deleted.has(shape.parentId) || this.#setup.editor.store.has(shape.id) || astray.has(keyOf(own)))
        return [];
      const others = all.flatMap((one) => (one.name === name && one !== own ? one.shape : []));
      if (this.#acts(name)?.goesWith?.(shape, others)) return [];
      return [{ view: name, gesture: { do: 'delete', shape } as const }];
    });
  }

  #takenNotes(): readonly { readonly id: TLShapeId; readonly done: Done }[] {
    return ([...this.#notes] as TLShapeId[]).flatMap((id) => {
      const center = this.#setup.editor.getShapePageBounds(id)?.center;
      if (!center || !this.#isHere(id)) return [];
      const at = { x: center.x, y: center.y };
      const view = viewNames.find((name) => {
        const shown = this.#setup.shown(name);
        return shown !== undefined && this.#acts(name)?.takesNote?.(shown.layout, at);
      });
      return view === undefined ? [] : [{ id, done: { view, gesture: { do: 'takeNote', at } as const } }];
    });
  }

  #joined(): readonly { readonly id: TLShapeId; readonly done: Done }[] {
    const { editor } = this.#setup;
    return ([...this.#arrows] as TLShapeId[]).flatMap((id) => {
      if (!editor.getShape(id)) return [];
      const bindings = editor.getBindingsFromShape<TLArrowBinding>(id, 'arrow');
      const [from, to] = (['start', 'end'] as const).map((terminal) => {
        const binding = bindings.find(({ props }) => props.terminal === terminal);
        return binding && this.#own(binding.toId);
      });
      if (!from || !to || from.name !== to.name || !this.#acts(from.name)?.joins?.(from.shape, to.shape)) return [];
      return [{ id, done: { view: from.name, gesture: { do: 'join', from: from.shape, to: to.shape } as const } }];
    });
  }

  #acts(view: ViewName): ViewActs | undefined {
    return this.#setup.late()?.[view];
  }

  #own(id: string): ShapeOfView | null {
    const shape = this.#setup.editor.getShape(id as TLShapeId);
    return shape ? shapeOfView(shape) : null;
  }

  #isHere(id: TLShapeId): boolean {
    return this.#setup.editor.getAncestorPageId(id) === this.#setup.page;
  }

  #middle(shape: ProjectedShape): Point {
    const bounds = this.#setup.editor.getShapePageBounds(shape.id);
    return bounds ? { x: bounds.center.x, y: bounds.center.y } : { x: shape.x, y: shape.y };
  }
}

function keyOf({ view, shape }: ShapeOfView): string {
  return `${shape.type} ${view.keyOf(shape)}`;
}

/** What was moved by arrow keys walks through the places of its part; with Shift from part to part. */
function arrowWay(editor: Editor): StepWay | null {
  const { keys } = editor.inputs;
  if (!editor.isIn('select.idle')) return null;
  const isShifted = keys.has('ShiftLeft') || keys.has('ShiftRight');
  if (keys.has('ArrowRight') || keys.has('ArrowDown')) return isShifted ? 'nextPart' : 'next';
  if (keys.has('ArrowLeft') || keys.has('ArrowUp')) return isShifted ? 'previousPart' : 'previous';
  return null;
}
