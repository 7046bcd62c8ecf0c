/**
 * Keeps what the server takes back. The server says that it did beside the update in which it did, and by then the things are
 * gone from the document: so what an update takes of this device's own unsaved work is looked at before it is applied. One entry
 * per reason grows as long as its notice stands, so that a paste in many messages is one line. Loaded after the board.
 */
import type * as Y from 'yjs';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { newSetAsideId, type SetAside } from '#client/connection/copy/OfflineCopy.ts';
import { OwnThings, takenBy } from './OwnThings.ts';
import type { ConnectionPorts } from '#client/connection/Ports.ts';
import type { DocumentSync } from '#client/connection/sync/DocumentSync.ts';

/** Why: a limit of the workshop, a rule of the board, or not known (the line broke just then). */
export type TakenWhy = PermitRefusal | 'rules' | 'gone';

type Work = Pick<DocumentSync, 'doc' | 'unsent' | 'isSynced'>;

export interface TakenBackSetup extends Pick<ConnectionPorts, 'clock' | 'random' | 'report'> {
  /** An entry is new or has grown. */
  readonly onKept: (entry: SetAside, why: TakenWhy) => void;
}

export class TakenBack {
  readonly #setup: TakenBackSetup;
  readonly #open = new Map<TakenWhy, { readonly entry: Pick<SetAside, 'id' | 'at'>; readonly things: OwnThings }>();
  /** taken by the last update, and nobody has said why yet */
  #last: OwnThings | null = null;
  /** what the last update took is kept already: several messages of one moment bring one update */
  #isTold = false;
  /** said before the update came (a large board comes first) */
  #owed: TakenWhy | null = null;

  constructor(setup: TakenBackSetup) {
    this.#setup = setup;
  }

  /** An update of the server's is about to be applied. */
  before(work: Work, update: Uint8Array): void {
    try {
      this.#look(work, update);
    } catch (fault) {
      this.#setup.report(fault);
    }
  }

  #look({ doc, unsent, isSynced }: Work, update: Uint8Array): void {
    if (isSynced) this.#last = null;
    this.#isTold = false;
    const parts = unsent.list;
    if (parts.length === 0) return;
    // Fields that others wrote since, while the line was broken, are theirs by right.
    const onlyWhole = !isSynced && this.#owed === null;
    const things = new OwnThings().gather(doc, takenBy(update, parts), { onlyWhole });
    if (things.isEmpty) return;
    if (this.#owed !== null) this.#keep(this.#owed, things, null);
    else this.#last = this.#last?.add(things) ?? things;
  }

  /** The server said why it took something back. False: nothing of it is kept so far. */
  told(why: TakenWhy, { doc, isSynced }: Work): boolean {
    if (this.#last !== null) this.#keep(why, this.#last, doc);
    else if (!isSynced) this.#owed = why;
    return this.#isTold;
  }

  /** Everything of the server's is here: what it took while the line was broken, it will not explain any more. */
  synced(): void {
    if (this.#last !== null) this.#keep('gone', this.#last, null);
    this.#owed = null;
  }

  /** What this device wrote in a document that is set aside, as far as it could be put on again. */
  ofRefused({ doc, unsent }: Work, maxBytes: number): Pick<SetAside, 'things'> {
    const parts = unsent.list;
    if (parts.length === 0) return {};
    const things = new OwnThings().gather(doc, parts, { maxBytes });
    return things.isEmpty ? {} : { things: things.kept(null) };
  }

  /** The notice was put away, or the things are on the board again. */
  settled(id: string): void {
    for (const [why, { entry }] of this.#open) if (entry.id === id) this.#open.delete(why);
  }

  #begin(): Pick<SetAside, 'id' | 'at'> {
    const { clock, random } = this.#setup;
    return { id: newSetAsideId(clock.now(), random()), at: clock.now() };
  }

  #keep(why: TakenWhy, taken: OwnThings, now: Y.Doc | null): void {
    [this.#last, this.#owed, this.#isTold] = [null, null, true];
    const open = this.#open.get(why) ?? { entry: this.#begin(), things: taken };
    this.#open.set(why, open);
    if (open.things !== taken) open.things.add(taken);
    const things = open.things.kept(now);
    this.#setup.onKept({ ...open.entry, reason: why, update: things.update, things }, why);
  }
}
