/**
 * What would be done if what is dragged were let go now: the view makes room for it on this screen alone, and nothing is written
 * before it is let go (decision 0366).
 */
import { atom, type Atom, type Editor, type TLShapeId } from '@tldraw/tldraw';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
import type { LateViews } from '../lateViews.ts';
import type { ViewName } from '../views.ts';
import type { Done } from './GestureLog.ts';
import type { TryingPort, Foreseen, Project, Projection, ViewActs, ViewSetting } from './View.ts';

/** For whoever draws it. */
export interface Shown {
  readonly view: ViewName;
  readonly foreseen: Foreseen;
  /** Where what is in the hand will stand. */
  readonly slots: readonly Box[];
}

const shownOn = new WeakMap<Editor, Atom<Shown | null>>();

export function foreseenOn(editor: Editor): Atom<Shown | null> {
  const known = shownOn.get(editor);
  if (known) return known;
  const made = atom<Shown | null>('what letting go would do', null);
  shownOn.set(editor, made);
  return made;
}

export interface ForesightSetup {
  readonly editor: Editor;
  readonly late: () => LateViews | null;
  readonly port: TryingPort;
  /** The gesture so far, as if it ended here. */
  readonly dragged: () => Done | null;
  /** As the map is. */
  readonly shown: (view: ViewName) => Projection | undefined;
  readonly setting: () => ViewSetting;
  /** Something stands elsewhere now. */
  readonly onRoom: () => void;
  readonly onHint: (hint: { readonly view: ViewName; readonly hint: string }) => void;
}

/** So long a hand stays, and so little it may move meanwhile, in pixels of the screen. */
const heldMs = 650;
const stillWithin = 6;

interface Seen {
  readonly view: ViewName;
  readonly foreseen: Foreseen;
  /** Of which map; the view with the room that it makes, null where it makes none. */
  readonly map: PartnershipMap;
  readonly projection: Projection | null;
}

export class Foresight {
  readonly #setup: ForesightSetup;
  #seen: Seen | null = null;
  #project: Project | null = null;
  /** The map would not take it: not asked again at each step of the pointer. */
  #refused: string | null = null;
  #stays: { readonly from: Point; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(setup: ForesightSetup) {
    this.#setup = setup;
  }

  isOn(): boolean {
    return this.#seen !== null;
  }

  /** A view with the room that is made in it; undefined where none is. */
  projection(view: ViewName): Projection | undefined {
    return this.#seen?.view === view ? (this.#seen.projection ?? undefined) : undefined;
  }

  /** The pointer is somewhere else. */
  look(): void {
    const gesture = this.#gesture();
    const next = gesture === null ? null : this.#foresee(gesture, this.#seen?.foreseen ?? null);
    if (next?.key !== this.#seen?.foreseen.key) this.#take(gesture?.view ?? null, next);
    this.#watchStay();
  }

  /** The map may be another one: what was foreseen is looked at anew. */
  refresh(): void {
    const seen = this.#seen;
    if (seen === null || seen.map === this.#setup.port.map()) return;
    this.#seen = this.#seenAs(seen.view, seen.foreseen);
    this.#tell();
  }

  /** What letting go does, now that it happens; nothing is foreseen any more. */
  end(): Foreseen | null {
    const gesture = this.#gesture();
    const last = gesture === null ? null : this.#foresee(gesture, this.#seen?.foreseen ?? null);
    this.#stopStay();
    this.#seen = null;
    this.#project = null;
    this.#tell();
    this.#refused = null;
    return last;
  }

  dispose(): void {
    this.#stopStay();
  }

  #gesture(): Done | null {
    const done = this.#setup.dragged();
    return done?.gesture.do === 'move' && this.#acts(done.view)?.foresee ? done : null;
  }

  #acts(view: ViewName): ViewActs | undefined {
    return this.#setup.late()?.[view];
  }

  #foresee({ view, gesture }: Done, before: Foreseen | null): Foreseen | null {
    const shown = this.projection(view) ?? this.#setup.shown(view);
    if (gesture.do !== 'move' || !shown) return null;
    return this.#acts(view)?.foresee?.(gesture, shown, this.#setup.port, before) ?? null;
  }

  #take(view: ViewName | null, foreseen: Foreseen | null): void {
    const hadRoom = this.#seen?.projection ?? null;
    this.#seen = view === null || foreseen === null ? null : this.#seenAs(view, foreseen);
    const { onRoom, onHint } = this.#setup;
    this.#stopStay();
    if (hadRoom !== (this.#seen?.projection ?? null)) onRoom();
    this.#tell();
    const hint = this.#seen?.foreseen.hint;
    if (view !== null && hint !== undefined) onHint({ view, hint });
  }

  #tell(): void {
    const seen = this.#seen;
    foreseenOn(this.#setup.editor).set(seen && { view: seen.view, foreseen: seen.foreseen, slots: this.#slots() });
  }

  #seenAs(view: ViewName, foreseen: Foreseen): Seen | null {
    const { port, setting } = this.#setup;
    const map = port.map();
    if (this.#refused === foreseen.key) return null;
    const tried = port.tried(foreseen.commands());
    this.#refused = tried === null ? foreseen.key : null;
    if (tried === null) return null;
    if (!foreseen.makesRoom) return { view, foreseen, map, projection: null };
    this.#project ??= this.#acts(view)?.project() ?? null;
    return { view, foreseen, map, projection: this.#project?.(tried, setting()) ?? null };
  }

  /** Places of what is in the hand, in the view that makes room. */
  #slots(): readonly Box[] {
    const inHand = new Set<string>(this.#setup.editor.getSelectedShapeIds());
    return (this.#seen?.projection?.records ?? []).flatMap(({ id, x, y, props }) => {
      const { w, h } = props as { readonly w?: number; readonly h?: number };
      return inHand.has(id) && w !== undefined && h !== undefined ? [{ x, y, width: w, height: h }] : [];
    });
  }

  /** Where the hand stays for a moment, something else is meant. */
  #watchStay(): void {
    const { editor } = this.#setup;
    if (this.#seen?.foreseen.whenHeld === undefined) return this.#stopStay();
    const { x, y } = editor.inputs.currentScreenPoint;
    if (this.#stays && Math.hypot(this.#stays.from.x - x, this.#stays.from.y - y) <= stillWithin) return;
    this.#stopStay();
    const timer = setTimeout(() => {
      const { view, foreseen } = this.#seen ?? {};
      if (view !== undefined && foreseen?.whenHeld !== undefined && this.#gesture() !== null)
        this.#take(view, foreseen.whenHeld);
    }, heldMs);
    this.#stays = { from: { x, y }, timer };
  }

  #stopStay(): void {
    if (this.#stays) clearTimeout(this.#stays.timer);
    this.#stays = null;
  }
}

/** The records of a view while it makes room: what is in the hand stays as it is, and is there where the view shows it nowhere. */
export function withHand(projection: Projection, rest: Projection, held: ReadonlySet<string>): Projection['records'] {
  const inHand = rest.records.filter(({ id }) => held.has(id));
  return [...projection.records.filter(({ id }) => !held.has(id as TLShapeId)), ...inHand];
}
