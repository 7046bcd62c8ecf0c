/** The Yjs document of one room: loading, applying a tick as one transaction, encoding. Knows nothing of sockets or time. */
import * as Y from 'yjs';
import { collectionNames } from '#shared/map/collections.ts';
import { enforce } from '#shared/board/limits/enforce.ts';
import { forgetRated } from '#shared/board/forgetRated.ts';
import { inspect } from '#shared/board/limits/inspect.ts';
import type { LossKind } from '#shared/wire/lossKinds.ts';
import { newlyNamed } from '#shared/board/changes/newNames.ts';
import { countOfKind, readRemovals } from '#shared/board/changes/removals.ts';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import { roots } from '#shared/board/roots.ts';
import { sameParts } from '#shared/board/sameParts.ts';
import { joinTouches, noTouches, readTouches, type Touches } from '#shared/board/changes/touches.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Permits } from '#shared/workshop/permits.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import { admit, type Admission, isNew } from '#server/relay/updates/admit.ts';
import {
  ApplyFault,
  type AppliedTick,
  type DocumentMessage,
  type MayBegin,
  type Progress,
  type Restraint,
} from '#server/relay/tick/AppliedTick.ts';
import { depthIn } from './depthIn.ts';
import { fillGaps } from './fillGaps.ts';
import { LimitedTouches } from './LimitedTouches.ts';
import { PartFinder } from './PartFinder.ts';
import type { OwnUpdate } from '#server/relay/tick/OwnChange.ts';
import { Ownership, serverPerson } from '#server/relay/updates/Ownership.ts';
import { SyncAnswers, type MeasureEncoding } from './SyncAnswers.ts';
import { TickAuthors } from './TickAuthors.ts';
import { UpdateReader } from '#server/relay/updates/UpdateReader.ts';

const nothing: ReadonlySet<string> = new Set();

/**
 * A document that nobody edits is held as bytes only, and the longer it takes to wake the later: so waking costs a room at
 * most about a thousandth of the time. Large ones stay awake, since the edit that wakes them would be seen late.
 */
const sleepsAfterMs = 1_000;
const sleepsAfterMsPerByte = 20 / 1024;
const maxSleepingBytes = 256 * 1024;

export class RoomDocument {
  readonly ownership: Ownership;
  readonly answers: SyncAnswers;
  /** null while the document sleeps: Yjs takes about fifteen times what its bytes take */
  #awake: BoardDoc | null;
  #asleep: Uint8Array | null = null;
  /** the server writes under this id, also after a sleep */
  readonly #ownClient: number;
  readonly #reader: UpdateReader;
  readonly #mayBegin: MayBegin;
  readonly #stateOf = (client: number): number => Y.getState(this.#doc.store, client);
  readonly #depthOf = (client: number, clock: number): number => depthIn(this.#doc, client, clock);
  #update: Uint8Array | null = null;
  #isUsed = true;
  #unusedSinceMs = 0;
  /** rough size: the last full state and everything committed since */
  bytes: number;

  /** something of it is gone, and nobody decided to go on without that */
  isDamaged = false;
  /** something of it was gone once */
  hasLost = false;
  /** what builds on something that is gone */
  waiting: Uint8Array | null = null;

  /** `mayBegin`: whether a person may write under so many ids more. */
  constructor(
    stored: Pick<StoredDocument, 'snapshot' | 'updates' | 'owners'>,
    measured: MeasureEncoding,
    mayBegin: MayBegin = () => true,
  ) {
    const parts = stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates];
    const doc = this.#docOf(parts);
    this.#awake = doc;
    this.#mayBegin = mayBegin;
    this.#ownClient = doc.clientID;
    this.#reader = new UpdateReader();
    this.ownership = new Ownership(stored.owners);
    this.bytes = stored.updates.reduce((sum, update) => sum + update.length, stored.snapshot?.length ?? 0);
    for (const client of doc.store.clients.keys()) {
      if (this.ownership.ownerOf(client) === undefined) this.ownership.claim(client, serverPerson);
    }
    this.ownership.claim(doc.clientID, serverPerson);
    // What is in the document already needs no claim on disk; what the server is about to write does not either,
    // since everything unclaimed belongs to the server at the next load.
    this.ownership.takeClaims();
    this.answers = new SyncAnswers(
      {
        doc: () => this.#doc,
        encode: () => this.#asleep ?? Y.encodeStateAsUpdate(this.#doc),
        bytes: () => this.bytes,
      },
      measured,
    );
  }

  get isAsleep(): boolean {
    return this.#awake === null;
  }

  /** Call now and then, while the document holds nothing that is not on disk. What is needed of it wakes it up. */
  rest(nowMs: number): void {
    if (this.#isUsed) {
      this.#isUsed = false;
      this.#unusedSinceMs = nowMs;
    }
    if (this.#awake === null || this.bytes > maxSleepingBytes) return;
    if (nowMs - this.#unusedSinceMs < sleepsAfterMs + this.bytes * sleepsAfterMsPerByte) return;
    this.#asleep = this.answers.fullState();
    this.#awake.destroy();
    this.#awake = null;
  }

  get #doc(): BoardDoc {
    this.#isUsed = true;
    if (this.#awake === null) {
      this.#awake = this.#docOf(this.#asleep === null ? [] : [this.#asleep]);
      this.#awake.clientID = this.#ownClient;
      this.#asleep = null;
    }
    return this.#awake;
  }

  #docOf(parts: readonly Uint8Array[]): BoardDoc {
    const doc = new BoardDoc();
    // Defining the roots' type keeps Yjs from guessing it from what a client sends first.
    for (const root of Object.values(roots)) doc.getMap(root);
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    forgetRated(doc);
    doc.on('update', (update: Uint8Array) => {
      this.#update = update;
    });
    return doc;
  }

  /** Nothing waits for something that is not there. */
  get isWhole(): boolean {
    return this.#doc.store.pendingStructs === null && this.#doc.store.pendingDs === null;
  }

  /** Takes out what builds on something that is not there, as an update; null for a document without a hole. */
  takePending(): Uint8Array | null {
    if (this.isWhole) return null;
    const { store } = this.#doc;
    const rest = [store.pendingStructs?.update, store.pendingDs].filter((one) => one instanceof Uint8Array);
    this.#dropPending();
    return Y.convertUpdateFormatV2ToV1(Y.mergeUpdatesV2(rest));
  }

  /** What waits, as far as what it builds on came back; null when nothing of it did. */
  applyWaiting(): Uint8Array | null {
    const { waiting } = this;
    if (waiting === null) return null;
    const update = this.#transact(() => Y.applyUpdate(this.#doc, waiting));
    this.#dropPending();
    return update;
  }

  /**
   * From now on what is missing counts as gone: what waited for it comes as far as it can, and what the board lacks is made.
   * Returns what is to be committed, or null.
   */
  goOn(): Uint8Array | null {
    const { waiting } = this;
    const update = this.#transact(() => {
      if (waiting !== null) {
        const filled = fillGaps(waiting, this.#stateOf);
        Y.applyUpdate(this.#doc, filled === null ? waiting : Y.mergeUpdates([filled, waiting]));
        this.#dropPending();
      }
      this.#addCollections();
    });
    this.waiting = null;
    this.isDamaged = false;
    for (const client of this.#doc.store.clients.keys())
      if (this.ownership.ownerOf(client) === undefined) this.ownership.claim(client, serverPerson);
    return update;
  }

  #dropPending(): void {
    const { store } = this.#doc;
    store.pendingStructs = null;
    store.pendingDs = null;
  }

  /** Size of the state vector. */
  get vectorBytes(): number {
    return Y.encodeStateVector(this.#doc).length;
  }

  /** How much of the kind there is. */
  countOf(kind: LossKind): number {
    return countOfKind(this.#doc, kind);
  }

  /** How far a client has written. */
  clockOf(client: number): number {
    return this.#stateOf(client);
  }

  /** How far every client has written. */
  clocks(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.#doc));
  }

  /**
   * Creates the collections that the board lacks, so that two people never create the same one at once, of whom one would
   * lose everything in it. Returns what is to be committed, or null.
   */
  completeCollections(): Uint8Array | null {
    return this.#transact(() => this.#addCollections());
  }

  #addCollections(): void {
    const map = this.#doc.getMap(roots.map);
    for (const name of collectionNames) if (!map.has(name)) map.set(name, new Y.Map());
  }

  /** Throws `ApplyFault`. */
  apply(
    messages: readonly DocumentMessage[],
    onCost: (index: number, run: () => void) => void,
    restraint: Restraint | null = null,
  ): AppliedTick {
    const progress: Progress = {
      index: -1,
      admissions: [],
      undone: new Map(),
      forbidden: new Map(),
      written: [],
      removed: [],
      named: [],
      touches: [],
    };
    const all = Array.from(messages.keys());
    try {
      // Deletions bear no name: apart from the others, everything that a transaction did was done by people who are limited.
      const held = this.#heldApart(messages, restraint);
      const free = all.filter((index) => !held.includes(index));
      const updates = [
        free.length === 0 ? null : this.#applyTogether(messages, free, onCost, progress, null, restraint?.voted),
        held.length === 0
          ? null
          : this.#applyTogether(messages, held, onCost, progress, restraint?.permits, restraint?.voted),
      ].filter((update) => update !== null);
      const [first = null] = updates;
      return { ...progress, update: updates.length > 1 ? Y.mergeUpdates(updates) : first };
    } catch (error) {
      throw new ApplyFault(progress.index, error);
    }
  }

  /** Messages that are applied apart and judged: all where nobody else wrote, else each sender's from the first that needs it. */
  #heldApart(messages: readonly DocumentMessage[], restraint: Restraint | null): readonly number[] {
    if (restraint === null || restraint.permits === null) return [];
    const held = Array.from(messages.keys()).filter((index) => restraint.holds(index));
    if (held.length === 0 || held.length === messages.length) return held;
    const touches = new LimitedTouches(this.#doc, restraint.permits);
    const senders = new Set<PersonId>();
    return held.filter((index) => {
      const message = messages[index];
      if (message === undefined) return false;
      if (!senders.has(message.person) && this.#isReadable(message) && touches.has(message.body))
        senders.add(message.person);
      return senders.has(message.person);
    });
  }

  /** False for what will not be applied. */
  #isReadable({ body, mayReturn }: DocumentMessage): boolean {
    return this.#reader.read(body, this.#stateOf, this.#depthOf, mayReturn === true) === null;
  }

  /** Some messages of a tick in one transaction. */
  #applyTogether(
    messages: readonly DocumentMessage[],
    indexes: readonly number[],
    onCost: (index: number, run: () => void) => void,
    progress: Progress,
    permits: Permits | null = null,
    voted: ReadonlySet<string> = nothing,
  ): Uint8Array | null {
    const { admissions, undone, forbidden } = progress;
    return this.#transact((transaction) => {
      const authors = new TickAuthors(transaction, messages, indexes, this.ownership);
      for (const index of indexes) {
        progress.index = index;
        const message = messages[index];
        if (message !== undefined) onCost(index, () => (admissions[index] = this.#applyMessage(message, progress)));
        authors.applied(index);
      }
      progress.index = -1;
      const finder = new PartFinder(messages, indexes, this.#reader);
      for (const part of inspect(transaction)) {
        const from = part === null ? -1 : finder.madeBy(part);
        undone.set(from, (undone.get(from) ?? 0) + 1);
      }
      for (const part of permits === null && voted.size === 0 ? [] : enforce(transaction, permits, voted)) {
        const from = part.wasDeletion ? authors.deletedBy(part) : finder.madeBy(part);
        forbidden.set(from, { records: (forbidden.get(from)?.records ?? 0) + 1, reason: part.reason });
      }
      const isOfOne = new Set(indexes.map((index) => messages[index]?.person)).size === 1;
      for (const removal of readRemovals(transaction)) {
        const { was, by } = removal;
        const index = isOfOne ? (indexes[0] ?? -1) : by === null ? authors.deletedBy(was) : finder.madeBy(by);
        progress.removed.push({ ...removal, index });
      }
      progress.named.push(...newlyNamed(transaction));
      for (const [person, touches] of readTouches(transaction, authors)) progress.touches.push({ person, touches });
    });
  }

  /** What the server itself changes on somebody's command, in one transaction; `update` is null when nothing changed. */
  change<T>(edit: (doc: Y.Doc) => T): OwnUpdate & { readonly value: T } {
    const doc = this.#doc;
    const values: T[] = [];
    const touched: Touches[] = [];
    const update = this.#transact((transaction) => {
      values.push(edit(doc));
      touched.push(ownTouches(transaction));
    });
    const [value] = values;
    const [touches] = touched;
    if (touches === undefined) throw new Error('The change did not run');
    // it ran, so this is what it returned, also where that is undefined
    return { update, touches, value: value as T };
  }

  /** A piece of what the server made elsewhere out of exactly this state. What does not fit is a fault. */
  applyOwn(piece: Uint8Array): Touches {
    const doc = this.#doc;
    const touched: Touches[] = [];
    this.#transact((transaction) => {
      Y.applyUpdate(doc, piece);
      touched.push(ownTouches(transaction));
    });
    if (!this.isWhole) throw new Error('The update was made from another state');
    for (const client of doc.store.clients.keys())
      if (this.ownership.ownerOf(client) === undefined) this.ownership.claim(client, serverPerson);
    return joinTouches(touched);
  }

  destroy(): void {
    this.#awake?.destroy();
  }

  #applyMessage(message: DocumentMessage, { index, written }: Progress): Admission {
    const admission = admit(message, this.#reader, this.ownership, this.#stateOf, this.#depthOf);
    const isTaken = admission === 'take' || admission === 'known' || (admission === 'gap' && message.kind === 'step2');
    const comesAgain = this.#reader.blocks.some(({ client, from }) => from < this.#stateOf(client));
    if (isTaken && comesAgain && !sameParts(message.body, this.#doc)) return 'idInUse';
    // A step 2 is taken as far as it goes: what it lacks, its sender lacks too, and asking again would not bring it.
    if (!isTaken || admission === 'known') return admission;
    const news = this.#reader.blocks.filter(({ client, to }) => to > this.#stateOf(client));
    const ids = news.filter(({ client }) => isNew(message, client, this.#stateOf, this.ownership));
    if (ids.length > 0 && !this.#mayBegin(message.person, ids.length)) return 'tooManyIds';
    for (const { client } of news) if (this.ownership.claim(client, message.person)) written.push({ index, client });
    Y.applyUpdate(this.#doc, message.body);
    if (this.isWhole) return 'take';
    // Parts without predecessors never stay: Yjs would merge them with every later message, at quadratic cost.
    this.#dropPending();
    return 'gap';
  }

  #transact(run: (transaction: Y.Transaction) => unknown): Uint8Array | null {
    this.#update = null;
    this.#doc.transact((transaction) => {
      run(transaction);
      // applyUpdate marks the transaction as remote; Yjs would then take what the server itself wrote for a clash of ids
      transaction.local = true;
    });
    const update = this.#update;
    this.#update = null;
    return update;
  }
}

/** All of a transaction of the server's own. */
function ownTouches(transaction: Y.Transaction): Touches {
  const own = { made: () => serverPerson, deleted: () => serverPerson };
  return readTouches(transaction, own).get(serverPerson) ?? noTouches;
}
