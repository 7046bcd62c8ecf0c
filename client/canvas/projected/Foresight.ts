/**
 * What would be done if what is dragged were let go now: the view makes room for it on this screen alone, and nothing is written
 * before it is let go (decision 0366).
 */
import { atom, type Atom, type Editor } from '@tldraw/tldraw';
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

/** So long a hand stays until something else is meant, and so little it may move meanwhile, in pixels of the screen. */
const heldMs = 650;
const stillWithin = 6;
/** What is only passed over makes no room: nothing slips away from under a hand that is on its way to it. */
const roomMs = 120;

type Timer = ReturnType<typeof setTimeout>;

interface Seen {
  readonly view: ViewName;
  readonly foreseen: Foreseen;
}

/** Of which map the view is shown, with the room in it. */
interface Room extends Seen {
  readonly map: PartnershipMap;
  readonly projection: Projection;
}

export class Foresight {
  readonly #setup: ForesightSetup;
  #seen: Seen | null = null;
  /** It stays until other room is made, or nothing is foreseen: what was under the hand stays there. */
  #room: Room | null = null;
  #project: Project | null = null;
  /** The map would not take it: not asked again at each step of the pointer. */
  #refused: string | null = null;
  #opens: Timer | null = null;
  #stays: { readonly from: Point; readonly timer: Timer } | null = null;

  constructor(setup: ForesightSetup) {
    this.#setup = setup;
  }

  isOn(): boolean {
    return this.#seen !== null || this.#room !== null;
  }

  /** With the room that is made in it; undefined where none is. */
  #roomy(view: ViewName): Projection | undefined {
    return this.#room?.view === view ? this.#room.projection : undefined;
  }

  /** What is shown of a view: where it makes room, what is in the hand stays as it is, and is there though the view shows it nowhere. */
  records(view: ViewName, rest: Projection, held: ReadonlySet<string>): Projection['records'] {
    const shown = this.#roomy(view);
    if (!shown) return rest.records;
    const inHand = rest.records.filter(({ id }) => held.has(id));
    return [...shown.records.filter(({ id }) => !held.has(id)), ...inHand];
  }

  /** The pointer is somewhere else. */
  look(): void {
    const gesture = this.#gesture();
    const next = gesture === null ? null : this.#foresee(gesture, this.#seen?.foreseen ?? null);
    if (next?.key !== this.#seen?.foreseen.key) this.#take(gesture?.view ?? null, next);
    // done alike, another thing may be meant where the hand stays
    else if (next && this.#seen) this.#seen = { ...this.#seen, foreseen: next };
    this.#watchStay();
  }

  /** The map may be another one: the room is made anew. */
  refresh(): void {
    if (this.#room === null || this.#room.map === this.#setup.port.map()) return;
    this.#room = this.#roomFor(this.#room);
    this.#tell();
  }

  /** What letting go does, now that it happens; nothing is foreseen any more. */
  end(): Foreseen | null {
    const gesture = this.#gesture();
    const last = gesture === null ? null : this.#foresee(gesture, this.#seen?.foreseen ?? null);
    const isRefused = last !== null && last.key === this.#refused;
    this.dispose();
    [this.#seen, this.#room, this.#project, this.#refused] = [null, null, null, null];
    this.#tell();
    return isRefused ? null : last;
  }

  dispose(): void {
    this.#stopOpening();
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
    const shown = this.#roomy(view) ?? this.#setup.shown(view);
    if (gesture.do !== 'move' || !shown) return null;
    return this.#acts(view)?.foresee?.(gesture, shown, this.#setup.port, before) ?? null;
  }

  #take(view: ViewName | null, foreseen: Foreseen | null): void {
    this.dispose();
    this.#seen = view !== null && foreseen !== null && this.#isTaken(foreseen) ? { view, foreseen } : null;
    const seen = this.#seen;
    if (seen === null) this.#makeRoom(null);
    else if (seen.foreseen.makesRoom) this.#opens = setTimeout(() => this.#makeRoom(this.#roomFor(seen)), roomMs);
    this.#tell();
    if (seen?.foreseen.hint !== undefined) this.#setup.onHint({ view: seen.view, hint: seen.foreseen.hint });
  }

  #isTaken({ key, commands }: Foreseen): boolean {
    if (this.#refused === key) return false;
    const isTaken = this.#setup.port.tried(commands()) !== null;
    this.#refused = isTaken ? null : key;
    return isTaken;
  }

  #roomFor({ view, foreseen }: Seen): Room | null {
    const { port, setting } = this.#setup;
    const tried = port.tried(foreseen.commands());
    this.#project ??= this.#acts(view)?.project() ?? null;
    if (tried === null || this.#project === null) return null;
    return { view, foreseen, map: port.map(), projection: this.#project(tried, setting()) };
  }

  #makeRoom(room: Room | null): void {
    if (room === this.#room) return;
    this.#room = room;
    this.#setup.onRoom();
    this.#tell();
  }

  #tell(): void {
    const seen = this.#seen;
    foreseenOn(this.#setup.editor).set(seen && { ...seen, slots: this.#slots(seen) });
  }

  /** Places of what is in the hand, where room was made for it. */
  #slots({ foreseen }: Seen): readonly Box[] {
    if (this.#room?.foreseen.key !== foreseen.key) return [];
    const inHand = new Set<string>(this.#setup.editor.getSelectedShapeIds());
    return this.#room.projection.records.flatMap(({ id, x, y, props }) => {
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

  #stopOpening(): void {
    if (this.#opens !== null) clearTimeout(this.#opens);
    this.#opens = null;
  }

  #stopStay(): void {
    if (this.#stays) clearTimeout(this.#stays.timer);
    this.#stays = null;
  }
}
