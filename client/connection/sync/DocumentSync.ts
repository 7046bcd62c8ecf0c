/**
 * One document on the line: y-websocket's provider (handshake, sync steps, watchdog), with four things done our way.
 * Updates leave merged and cut to size; only our own presence is sent (the provider echoes everybody's); messages of kind 10
 * are read; and the provider never reconnects by itself, since each connection needs a fresh ticket. Reasons: decision 0050.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as random from 'lib0/random';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import * as v from 'valibot';
import { WebsocketProvider } from 'y-websocket';
import { type ClientMessage, messageKinds, protocolVersion, ServerMessage, syncKinds } from '#shared/wire/messages.ts';
import { OutgoingUpdates } from './OutgoingUpdates.ts';
import type { Clock } from '#client/connection/Ports.ts';
import { SavedCounter } from './SavedCounter.ts';
import { splitUpdate } from './splitUpdate.ts';
import { UnsentParts } from '#client/connection/copy/UnsentParts.ts';
import type { WritingId, WritingIdSetup } from './WritingId.ts';

export interface SyncSetup {
  readonly url: string;
  readonly board: string;
  readonly clock: Clock;
  readonly WebSocket: typeof WebSocket;
  readonly limits: { readonly maxUpdateBytes: number; readonly maxStep2Bytes: number };
  /** Origin of updates that come from the copy on this device: not changes of this person. */
  readonly copyOrigin: unknown;
  /** The number under which this document is written; by chance where it is absent. */
  readonly clientId?: number;
  /** Names this load of the page to the server. */
  readonly page?: string;
  /** It shows the workshop to a room. */
  readonly isScreen?: boolean;
  /** Where the page finds, and leaves, the id under which it writes; absent: always a new one. */
  readonly writingIds?: Pick<WritingIdSetup, 'takeLock' | 'isAllInCopy' | 'keep'>;
}

export interface SyncEvents {
  readonly onOpen: () => void;
  readonly onSynced: () => void;
  /** A piece of the server's document came. */
  readonly onPiece: () => void;
  /** An update of the server's is about to be applied. */
  readonly onIncoming: (update: Uint8Array) => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** null: closed from this side (no answer for too long). */
  readonly onClosed: (code: number | null) => void;
  /** What is unsaved has changed. */
  readonly onUnsaved: () => void;
  readonly onTooLarge: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** The server sends something at least every 20 s (PRES-6); y-websocket itself would wait for half a minute and more. */
const silentMs = 25_000;
const lookEveryMs = 2_500;

const nothing = Y.encodeStateAsUpdate(new Y.Doc());

export class DocumentSync {
  readonly doc = new BoardDoc();
  readonly awareness = new Awareness(this.doc);
  readonly unsaved: SavedCounter;
  /** What was written here and is not known to be on the server. */
  readonly unsent = new UnsentParts();
  readonly #setup: SyncSetup;
  readonly #events: SyncEvents;
  readonly #provider: WebsocketProvider;
  readonly #outgoing: OutgoingUpdates;
  /** The id under which the document is written; until its code is there, a new one. */
  #writingId: WritingId | null = null;
  #writingIdsLeft: readonly number[] = [];
  /** Sends each update at once. */
  #isHurried = false;
  #isDestroyed = false;
  #stopListening: (() => void) | null = null;

  constructor(setup: SyncSetup, events: SyncEvents) {
    this.#setup = setup;
    this.#events = events;
    // Not the number under which presence is shown: nobody can write under this one before its owner has (decision 0104).
    this.doc.clientID = setup.clientId ?? random.uint32();
    // The provider takes the two for one; so it gets a presence that is never shown, and ours stays here.
    const unshown = new Awareness(this.doc);
    unshown.setLocalState(null);
    // It looks for the document's number there when it disconnects, and that number changes.
    const [{ meta }, neverShown] = [unshown, { clock: 0, lastUpdated: 0 }];
    meta.get = (id) => Map.prototype.get.call(meta, id) ?? neverShown;
    this.unsaved = new SavedCounter(() => setup.clock.now());
    this.#outgoing = new OutgoingUpdates({
      clock: setup.clock,
      maxUpdateBytes: setup.limits.maxUpdateBytes,
      send: (update, isLast) => this.#sendDocument(syncKinds.update, update, isLast),
      onTooLarge: events.onTooLarge,
    });
    this.#provider = new WebsocketProvider(setup.url, setup.board, this.doc, {
      awareness: unshown,
      connect: false,
      disableBc: true,
      shouldReconnect: () => false,
      WebSocketPolyfill: setup.WebSocket,
    });
    this.#takeOver();
    if (setup.writingIds !== undefined) void this.#takeUpWritingId(setup.writingIds);
  }

  /** True from the server's sync step 2 until the connection ends. */
  get isSynced(): boolean {
    return this.#provider.synced;
  }

  connect(ticket: string): void {
    this.#provider.protocols = ['roundtable', ticket];
    this.#provider.connect();
  }

  disconnect(): void {
    this.#provider.disconnect();
  }

  /** Writes an update of this device's own into the document. */
  /** From now on nothing waits to be sent, or again for a moment. */
  hurry(isHurried: boolean): void {
    this.#isHurried = isHurried;
  }

  readonly apply = (update: Uint8Array): void => this.doc.apply(update, this);

  /** Ids that earlier pages of this copy wrote under. */
  offerWritingIds(ids: readonly number[]): void {
    this.#writingIdsLeft = ids;
    this.#writingId?.offer(ids);
  }

  flush(): void {
    this.#outgoing.flush();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#writingId?.end();
    this.#stopListening?.();
    this.#outgoing.close();
    this.doc.off('update', this.#onUpdate);
    this.awareness.off('update', this.#onPresence);
    this.#provider.destroy();
    this.doc.destroy();
  }

  async #takeUpWritingId(places: NonNullable<SyncSetup['writingIds']>): Promise<void> {
    // without it the page writes under a new id, which is always right
    const code = await import('./WritingId.ts').catch(() => null);
    if (code === null || this.#isDestroyed) return;
    const [{ doc }, { clock }] = [this, this.#setup];
    const ask = (client: number, until: number): void => this.#say({ type: 'writingId', client, clock: until });
    const writingId = new code.WritingId({ ...places, doc, clock, ask, report: this.#events.onFault });
    this.#writingId = writingId;
    writingId.offer(this.#writingIdsLeft);
    if (this.#provider.wsconnected) writingId.opened();
    if (this.isSynced) writingId.synced();
  }

  #takeOver(): void {
    const provider = this.#provider;
    // The provider's own handlers have no public name; decision 0050 says why they go.
    // oxlint-disable-next-line no-underscore-dangle
    this.doc.off('update', provider._updateHandler);
    this.doc.on('update', this.#onUpdate);
    this.awareness.on('update', this.#onPresence);
    provider.messageHandlers[messageKinds.sync] = (_reply: unknown, decoder: decoding.Decoder) =>
      this.#readSync(decoder);
    provider.messageHandlers[messageKinds.awareness] = (_reply: unknown, decoder: decoding.Decoder) =>
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), provider);
    provider.messageHandlers[messageKinds.queryAwareness] = () => this.#sendPresence();
    provider.messageHandlers[messageKinds.roundtable] = (_reply: unknown, decoder: decoding.Decoder) =>
      this.#readOwn(decoder);
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      const { page, isScreen } = this.#setup;
      this.#say({
        type: 'hello',
        protocol: protocolVersion,
        ...(page === undefined ? {} : { page }),
        ...(isScreen === true && { screen: true }),
      });
      this.#writingId?.opened();
      this.#renewPresence();
      this.#listenForSilence();
      this.#events.onOpen();
    });
    provider.on('connection-close', (event) => {
      this.#stopListening?.();
      // Also after its own watchdog, where the provider would come back with the old ticket.
      provider.shouldConnect = false;
      this.#outgoing.close();
      this.#writingId?.broken();
      this.unsaved.broken();
      const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID);
      removeAwarenessStates(this.awareness, others, provider);
      if (!this.#isDestroyed) this.#events.onClosed(event === null ? null : event.code);
    });
  }

  /**
   * After a break everybody has forgotten everybody's presence, but y-protocols remembers its number and would ignore the same
   * one until its person moves. So ours gets a new number, and those of the others are forgotten.
   */
  #renewPresence(): void {
    const { meta, states, clientID } = this.awareness;
    for (const id of meta.keys()) if (id !== clientID && !states.has(id)) meta.delete(id);
    this.awareness.setLocalState(this.awareness.getLocalState());
  }

  /** A line on which nothing comes any more is broken, whatever the socket says (a tunnel, a network that went away). */
  #listenForSilence(): void {
    const { clock } = this.#setup;
    let lastMessage = this.#provider.wsLastMessageReceived;
    let heardAt = clock.now();
    const look = (): void => {
      if (this.#provider.wsLastMessageReceived !== lastMessage) {
        lastMessage = this.#provider.wsLastMessageReceived;
        heardAt = clock.now();
      }
      if (clock.now() - heardAt >= silentMs) this.disconnect();
      else this.#stopListening = clock.after(lookEveryMs, look);
    };
    this.#stopListening?.();
    this.#stopListening = clock.after(lookEveryMs, look);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this.#provider) return;
    if (origin !== this.#setup.copyOrigin) {
      this.unsaved.changed();
      this.unsent.wrote(transaction);
      this.#writingId?.wrote();
    }
    this.#outgoing.push(update);
    if (this.#isHurried) this.#outgoing.flush();
    this.#events.onUnsaved();
  };

  readonly #onPresence = (change: { added: number[]; updated: number[]; removed: number[] }, origin: unknown): void => {
    const isOwn = [...change.added, ...change.updated, ...change.removed].includes(this.awareness.clientID);
    if (isOwn && origin !== this.#provider) this.#sendPresence();
  };

  #sendPresence(): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, messageKinds.awareness);
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
    });
  }

  #readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === syncKinds.step1) {
      this.#answerStep1(bytes);
      return;
    }
    this.#events.onIncoming(bytes);
    try {
      this.doc.apply(bytes, this.#provider);
    } catch (fault) {
      // An observer threw after the document had taken the update: the document is right, and the line goes on.
      this.#events.onFault(fault);
    }
    if (!this.#provider.synced) this.#events.onPiece();
    if (kind === syncKinds.step2 && !this.#provider.synced) {
      this.#provider.synced = true;
      this.#writingId?.synced();
      this.#events.onSynced();
    }
  }

  /** The server asks for what it does not have: everything unsaved goes now, in one message where it fits. */
  #answerStep1(stateVector: Uint8Array): void {
    const missing = Y.encodeStateAsUpdate(this.doc, this.unsent.without(stateVector));
    if (missing.byteLength <= this.#setup.limits.maxStep2Bytes) {
      this.#outgoing.open();
      this.#sendDocument(syncKinds.step2, missing, true);
      return;
    }
    const parts = splitUpdate(missing, this.#setup.limits.maxUpdateBytes);
    if (parts === null) {
      this.#events.onTooLarge();
      return;
    }
    this.#sendDocument(syncKinds.step2, nothing, false);
    this.#outgoing.open(parts);
  }

  #readOwn(decoder: decoding.Decoder): void {
    let content: unknown;
    try {
      content = JSON.parse(decoding.readVarString(decoder));
    } catch (fault) {
      this.#events.onFault(fault);
      return;
    }
    const parsed = v.safeParse(ServerMessage, content);
    // A newer server may say more than this page knows; what it does not know changes nothing here.
    if (!parsed.success) return;
    const message = parsed.output;
    if (message.type === 'saved' && this.unsaved.saved(message.frames)) {
      if (!this.unsaved.isUnsaved) this.unsent.clear();
      this.#events.onUnsaved();
    }
    if (message.type === 'writingId') this.#writingId?.answered(message.client, message.isGranted);
    this.#events.onMessage(message);
  }

  #say(message: ClientMessage): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, messageKinds.roundtable);
      encoding.writeVarString(encoder, JSON.stringify(message));
    });
  }

  #sendDocument(kind: number, update: Uint8Array, isLast: boolean): void {
    const isSent = this.#send((encoder) => {
      encoding.writeVarUint(encoder, messageKinds.sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, update);
    });
    if (!isSent) return;
    this.unsaved.sent({ isLast, isEmpty: update.byteLength <= nothing.byteLength });
    this.#events.onUnsaved();
  }

  #send(write: (encoder: encoding.Encoder) => void): boolean {
    const socket = this.#provider.ws;
    if (socket === null || !this.#provider.wsconnected || socket.readyState !== socket.OPEN) return false;
    const encoder = encoding.createEncoder();
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
    return true;
  }
}
