/** What was done to shapes of the cycle since the last settling, read from the store (decision 0086). */
import type { Editor, TLArrowBinding, TLPageId, TLShape, TLShapeId } from '@tldraw/tldraw';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import { draggedIndex } from '../frame/projectedIds.ts';
import { workOf, type CycleGesture, type StepWay } from './carryOutCycle.ts';
import type { CycleShape, ExperimentShape, NoteShape } from './cycleShapes.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { isCycleProjected, isCycleShape } from './isCycleProjected.ts';

export interface CycleGesturesSetup {
  readonly editor: Editor;
  /** The page that carries the cycle. */
  readonly page: TLPageId;
  /** True while the projection itself is being written. */
  readonly isOurs: () => boolean;
  /** True where a note that is put down becomes one of the cycle. */
  readonly takesNote: (at: Point) => boolean;
  /** Where the projection has a shape. */
  readonly standsAt: (id: string) => Point | undefined;
  readonly onPending: () => void;
}

export interface Collected {
  readonly gestures: readonly CycleGesture[];
  /** Copies, sticky notes and arrows that became commands: they leave the canvas. */
  readonly gone: readonly TLShapeId[];
  /** Something was sent to another page, or copied there with its page: the map stands on one page, so it means nothing. */
  readonly isAstray: boolean;
  /** Of these the ones that were written into the document already. */
  readonly written: readonly TLShapeId[];
}

type Work = NoteShape | ExperimentShape;

export class CycleGestures {
  readonly #setup: CycleGesturesSetup;
  readonly #moved = new Set<string>();
  readonly #copies = new Set<string>();
  readonly #deleted = new Map<string, CycleShape>();
  readonly #written = new Map<string, { readonly before: string; readonly after: string }>();
  readonly #pulled = new Map<string, Point>();
  readonly #stickies = new Set<string>();
  readonly #arrows = new Set<string>();
  readonly #stops: readonly (() => void)[];

  constructor(setup: CycleGesturesSetup) {
    this.#setup = setup;
    const { sideEffects } = setup.editor;
    this.#stops = [
      sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
        source === 'user' ? this.#onChange(before, after) : after,
      ),
      sideEffects.registerBeforeChangeHandler('instance_page_state', (_, after) => {
        // The eraser is for what people drew: it passes over the map.
        const erased = after.erasingShapeIds.filter((id) => !isCycleProjected(id));
        return erased.length === after.erasingShapeIds.length ? after : { ...after, erasingShapeIds: erased };
      }),
      sideEffects.registerAfterCreateHandler('shape', (record, source) => {
        if (source === 'user') this.#onCreate(record);
      }),
      sideEffects.registerAfterDeleteHandler('shape', (record, source) => {
        this.#onDelete(record, source === 'user');
      }),
    ];
  }

  isPending(): boolean {
    const lists = [this.#moved, this.#copies, this.#deleted, this.#written, this.#pulled, this.#stickies, this.#arrows];
    return lists.some((list) => list.size > 0);
  }

  /** Under somebody's pointer: their place on the screen stays. */
  held(): ReadonlySet<string> {
    return this.#moved;
  }

  /** Everything since the last time, in an order in which it can be carried out. */
  take(): Collected {
    const { editor } = this.#setup;
    const way = arrowWay(editor);
    const gestures: CycleGesture[] = [];
    for (const id of this.#moved) {
      const shape = this.#work(id);
      if (!shape) continue;
      const stands = this.#setup.standsAt(id);
      // Given up with Escape, or back where it was.
      if (stands && Math.hypot(stands.x - shape.x, stands.y - shape.y) < 0.01) continue;
      if (way && shape.type === cycleShapeTypes.note && this.#moved.size === 1)
        gestures.push({ do: 'step', shape, way });
      else gestures.push({ do: 'move', shape, at: this.#middle(shape) });
    }
    for (const [id, { before, after }] of this.#written) {
      const shape = cycleShapeAt(editor, id);
      if (shape) gestures.push({ do: 'write', shape, before, after });
    }
    for (const [id, point] of this.#pulled) {
      const shape = this.#work(id);
      if (shape) gestures.push({ do: 'pull', shape, at: { x: shape.x + point.x, y: shape.y + point.y } });
    }
    const gone = [...this.#copies] as TLShapeId[];
    const astray = new Set<string>();
    const here: CycleShape[] = [];
    for (const id of gone) {
      const shape = cycleShapeAt(editor, id);
      if (!shape) continue;
      if (this.#isHere(id)) here.push(shape);
      else astray.add(keyOf(shape));
    }
    for (const [id, shape] of this.#deleted)
      if (!editor.store.has(id as TLShapeId) && !astray.has(keyOf(shape)) && !this.#goesAlong(shape))
        gestures.push({ do: 'delete', shape });
    for (const shape of here) gestures.push({ do: 'add', shape, at: this.#middle(shape) });
    const written: TLShapeId[] = [];
    for (const id of this.#stickies) {
      const bounds = editor.getShapePageBounds(id as TLShapeId);
      if (!bounds || !this.#isHere(id as TLShapeId) || !this.#setup.takesNote(bounds.center)) continue;
      gestures.push({ do: 'sticky', at: { x: bounds.center.x, y: bounds.center.y } });
      written.push(id as TLShapeId);
    }
    for (const id of this.#arrows) {
      const ends = joinedBy(editor, id as TLShapeId);
      if (!ends) continue;
      gestures.push({ do: 'join', ...ends });
      written.push(id as TLShapeId);
    }
    for (const list of [this.#moved, this.#copies, this.#stickies, this.#arrows]) list.clear();
    this.#deleted.clear();
    this.#written.clear();
    this.#pulled.clear();
    return { gestures, gone, written, isAstray: astray.size > 0 };
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #onChange(before: TLShape, after: TLShape): TLShape {
    if (this.#setup.isOurs() || !isCycleProjected(before.id)) return after;
    const [was, is] = [asCycle(before), asCycle(after)];
    if (!was || !is) return after;
    if (is.props.text !== was.props.text) {
      const earlier = this.#written.get(was.id);
      this.#written.set(was.id, { before: earlier?.before ?? was.props.text, after: is.props.text });
      this.#setup.onPending();
    }
    if (!isWork(was) || !isWork(is)) return before;
    if (is.props.pull !== was.props.pull) {
      const { pull } = is.props;
      if (pull) this.#pulled.set(was.id, pull);
      else this.#pulled.delete(was.id);
      this.#setup.onPending();
      return withPull(before, was, pull);
    }
    const isMove = before.x !== after.x || before.y !== after.y;
    if (!isMove || before.parentId !== after.parentId || before.rotation !== after.rotation) return before;
    this.#moved.add(before.id);
    this.#setup.onPending();
    return { ...before, x: after.x, y: after.y, index: draggedIndex };
  }

  #onCreate(record: TLShape): void {
    if (this.#setup.isOurs() || isCycleProjected(record.id)) return;
    const { editor } = this.#setup;
    if (isCycleShape(record)) this.#copies.add(record.id);
    else if (record.type === 'note' && editor.isIn('note')) this.#stickies.add(record.id);
    else if (record.type === 'arrow' && editor.isIn('arrow')) this.#arrows.add(record.id);
    else return;
    this.#setup.onPending();
  }

  #onDelete(record: TLShape, isOwnAct: boolean): void {
    this.#copies.delete(record.id);
    this.#stickies.delete(record.id);
    this.#arrows.delete(record.id);
    // What goes with its page is not taken off the map.
    const { editor, page, isOurs } = this.#setup;
    if (!isOwnAct || isOurs() || !isCycleProjected(record.id) || !editor.store.has(page)) return;
    const shape = asCycle(record);
    if (!shape) return;
    this.#moved.delete(record.id);
    this.#written.delete(record.id);
    this.#deleted.set(record.id, shape);
    this.#setup.onPending();
  }

  #isHere(id: TLShapeId): boolean {
    return this.#setup.editor.getAncestorPageId(id) === this.#setup.page;
  }

  /** A line goes with what it joins. */
  #goesAlong(shape: CycleShape): boolean {
    if (shape.type !== cycleShapeTypes.link) return false;
    const ends: readonly (string | undefined)[] = [shape.props.from, shape.props.to];
    return [...this.#deleted.values()].some((one) => ends.includes(workOf(one)?.id));
  }

  #work(id: string): Work | null {
    const shape = cycleShapeAt(this.#setup.editor, id);
    return shape && isWork(shape) ? shape : null;
  }

  #middle(shape: CycleShape): Point {
    const bounds = this.#setup.editor.getShapePageBounds(shape.id);
    return bounds ? { x: bounds.center.x, y: bounds.center.y } : { x: shape.x, y: shape.y };
  }
}

function isWork(shape: CycleShape): shape is Work {
  return shape.type === cycleShapeTypes.note || shape.type === cycleShapeTypes.experiment;
}

/** Names what a shape shows: a copy has the key of what it was copied from. */
function keyOf(shape: CycleShape): string {
  const { type, props } = shape;
  switch (type) {
    case cycleShapeTypes.note:
      return `${type} ${props.noteId}`;
    case cycleShapeTypes.experiment:
      return `${type} ${props.experimentId}`;
    case cycleShapeTypes.link:
      return `${type} ${props.kind} ${props.from} ${props.to}`;
    case cycleShapeTypes.quarter:
      return `${type} ${props.roundId} ${props.stage}`;
    case cycleShapeTypes.round:
      return `${type} ${props.roundId}`;
  }
}

/** Shapes of our own are not in tldraw's list of types. */
export function asCycle(record: TLShape): CycleShape | null {
  return isCycleShape(record) ? (record as unknown as CycleShape) : null;
}

export function cycleShapeAt(editor: Editor, id: string): CycleShape | null {
  const shape = editor.getShape(id as TLShapeId);
  return shape ? asCycle(shape) : null;
}

function withPull(record: TLShape, shape: Work, pull: Work['props']['pull']): TLShape {
  return { ...record, props: { ...shape.props, pull } };
}

/** The two things of the cycle that an arrow joins. */
function joinedBy(editor: Editor, id: TLShapeId) {
  if (!editor.getShape(id)) return null;
  const endOf = (terminal: 'start' | 'end') => {
    const binding = editor
      .getBindingsFromShape<TLArrowBinding>(id, 'arrow')
      .find((one) => one.props.terminal === terminal);
    const shape = binding && cycleShapeAt(editor, binding.toId);
    return shape ? workOf(shape) : null;
  };
  const [from, to] = [endOf('start'), endOf('end')];
  return from && to ? { from, to } : null;
}

/** A note that was moved by arrow keys walks through the places of its quarter; with Shift from quarter to quarter. */
function arrowWay(editor: Editor): StepWay | null {
  const { keys } = editor.inputs;
  if (!editor.isIn('select.idle')) return null;
  const isShifted = keys.has('ShiftLeft') || keys.has('ShiftRight');
  if (keys.has('ArrowRight') || keys.has('ArrowDown')) return isShifted ? 'nextStage' : 'next';
  if (keys.has('ArrowLeft') || keys.has('ArrowUp')) return isShifted ? 'previousStage' : 'previous';
  return null;
}
