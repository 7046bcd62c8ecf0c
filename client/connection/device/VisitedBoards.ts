/**
 * The boards that this device has been on, with the seat that brings the person back as themselves. Kept in local storage,
 * read anew before each change since other tabs write too; where storage is refused, it lives as long as the page. A tab can
 * be on a board as somebody else, who then stands in the storage of the tab alone.
 */
import * as v from 'valibot';
import { Emitter } from '#client/state/Emitter.ts';
import { Role } from '#shared/wire/roles.ts';

const Visited = v.object({
  id: v.string(),
  title: v.string(),
  role: Role,
  /** of the link by which they came; the role itself can be handed on later */
  link: v.optional(Role),
  seat: v.string(),
  person: v.string(),
  name: v.string(),
  visitedAt: v.number(),
  /** said, when they joined on this device, whose organization they come for */
  comesForOne: v.optional(v.boolean()),
  /** the board is theirs; `untold`: they have not been shown the link that brings them back as its owner */
  owner: v.optional(v.picklist(['untold', 'told'])),
});
export type VisitedBoard = Readonly<v.InferOutput<typeof Visited>>;

const storageKey = 'roundtable.boards';
const nameKey = 'roundtable.name';
const mostKept = 50;

/** The part of `localStorage` that is used. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const noShelf: Shelf = { getItem: () => null, setItem: () => {} };

export class VisitedBoards {
  readonly #shelf: Shelf;
  readonly #tabShelf: Shelf;
  readonly #changed = new Emitter();
  #list: readonly VisitedBoard[];
  #ofTab: readonly VisitedBoard[];
  #forgets: 'no' | 'untold' | 'told' = 'no';

  /** `tab`: what a reload of this tab finds again, and no other tab. */
  constructor(shelf: Shelf, tab: Shelf = noShelf) {
    this.#shelf = shelf;
    this.#tabShelf = tab;
    this.#list = this.#read() ?? [];
    this.#ofTab = readFrom(tab) ?? [];
  }

  readonly list = (): readonly VisitedBoard[] => this.#list;

  readonly subscribe = this.#changed.on;

  /** Who this tab is on the board: its own, else the device's. */
  find(board: string): VisitedBoard | undefined {
    return this.ofTab(board) ?? this.ofDevice(board);
  }

  ofTab(board: string): VisitedBoard | undefined {
    return this.#ofTab.find((one) => one.id === board);
  }

  ofDevice(board: string): VisitedBoard | undefined {
    return this.#list.find((one) => one.id === board);
  }

  /** The device, and with it this tab, goes on as this person. */
  keep(board: VisitedBoard): void {
    this.leaveTab(board.id);
    const others = (this.#read() ?? this.#list).filter((one) => one.id !== board.id);
    this.#write([board, ...others].slice(0, mostKept));
  }

  /** This tab alone goes on as this person; every other one, and the list of the device, stay as they are. */
  keepForTab(board: VisitedBoard): void {
    this.#writeTab([board, ...this.#ofTab.filter((one) => one.id !== board.id)]);
    this.#noteKept(readFrom(this.#tabShelf), board.seat);
    this.#changed.tell();
  }

  /** This tab is on the board as the device is. */
  leaveTab(board: string): void {
    if (this.ofTab(board) !== undefined) this.#writeTab(this.#ofTab.filter((one) => one.id !== board));
  }

  /** They are here now, with what has changed. Nothing when somebody else went on meanwhile, or the board was forgotten. */
  renew(now: Pick<VisitedBoard, 'id' | 'seat'> & Partial<VisitedBoard>): void {
    const [ofTab, ofDevice] = [this.ofTab(now.id), this.ofDevice(now.id)];
    const here = (known: VisitedBoard): VisitedBoard => ({
      ...known,
      ...now,
      visitedAt: Date.now(),
      owner: known.owner,
    });
    if (ofTab?.seat === now.seat) this.keepForTab(here(ofTab));
    else if (ofDevice?.seat === now.seat) this.keep(here(ofDevice));
  }

  /** Nothing was kept, a reload needs the link, and nobody was told so yet. */
  readonly mustTell = (): boolean => this.#forgets === 'untold';

  told(): void {
    this.#forgets = 'told';
    this.#changed.tell();
  }

  /** The owner has seen their return link. */
  ownerTold(board: string): void {
    const [ofTab, ofDevice] = [this.ofTab(board), this.ofDevice(board)];
    if (ofTab?.owner === 'untold') this.keepForTab({ ...ofTab, owner: 'told' });
    else if (ofDevice?.owner === 'untold') this.keep({ ...ofDevice, owner: 'told' });
  }

  forget(board: string): void {
    this.leaveTab(board);
    this.#write((this.#read() ?? this.#list).filter((one) => one.id !== board));
  }

  /** That place has ended; who else is known for the board stays. */
  forgetSeat({ id, seat }: Pick<VisitedBoard, 'id' | 'seat'>): void {
    if (this.ofTab(id)?.seat === seat) this.leaveTab(id);
    const known = this.#read() ?? this.#list;
    if (known.some((one) => one.id === id && one.seat === seat)) this.#write(known.filter((one) => one.seat !== seat));
  }

  /** Another tab has written. */
  reread(): void {
    this.#list = this.#read() ?? this.#list;
    this.#changed.tell();
  }

  /** The name this person used last, to save typing. */
  lastName(): string {
    try {
      return this.#shelf.getItem(nameKey) ?? '';
    } catch {
      // Storage is refused (a private window): the field starts empty.
      return '';
    }
  }

  keepName(name: string): void {
    storeIn(this.#shelf, nameKey, name);
  }

  #read(): readonly VisitedBoard[] | null {
    return readFrom(this.#shelf);
  }

  #write(list: readonly VisitedBoard[]): void {
    this.#list = list;
    storeIn(this.#shelf, storageKey, JSON.stringify(list));
    // a full storage may still hold who was there before, a refused one nobody
    if (list[0] !== undefined) this.#noteKept(this.#read(), list[0].seat);
    this.#changed.tell();
  }

  #writeTab(list: readonly VisitedBoard[]): void {
    this.#ofTab = list;
    storeIn(this.#tabShelf, storageKey, JSON.stringify(list));
  }

  #noteKept(kept: readonly VisitedBoard[] | null, seat: string): void {
    if (kept?.some((one) => one.seat === seat) !== true && this.#forgets === 'no') this.#forgets = 'untold';
  }
}

function readFrom(shelf: Shelf): readonly VisitedBoard[] | null {
  try {
    const parsed = v.safeParse(v.array(Visited), JSON.parse(shelf.getItem(storageKey) ?? '[]'));
    return parsed.success ? parsed.output : null;
  } catch {
    // Refused or damaged storage: nothing to show, and the page works on.
    return null;
  }
}

function storeIn(shelf: Shelf, key: string, value: string): void {
  try {
    shelf.setItem(key, value);
  } catch {
    // Refused or full: this page keeps the list in memory.
  }
}
