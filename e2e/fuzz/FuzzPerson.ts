/**
 * One tab of a person in the fuzz: a document with the real binding on a real editor, a reader of the map, and a line whose
 * queues move only when told. Remembers what the server has called saved, and watches what undo takes back.
 */
import { Box } from '@tldraw/tldraw';
import { HandPace, type Peer, peerOf } from '#client/binding/testPeers.ts';
import { isOfMap } from '#client/canvas/projected/isOfMap.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { applyChanges } from '#shared/board/mapDocument.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { MemoryPeer, type PeerHandlers, type PeerSocket } from '#shared/testing/MemoryPeer.ts';
import type { Random } from '#shared/testing/random.ts';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { ClientLine, type FuzzLine } from './ClientLine.ts';
import { fuzzDay, viewParts, viewsOfTab, type KeptViews } from './viewsOfTab.ts';
import { foreignDeletions } from './foreignDeletions.ts';
import { TakenFromOthers } from './TakenFromOthers.ts';

export interface TabSetup {
  /** whose tab: two tabs of one person have the same number */
  readonly person: number;
  readonly role: 'facilitator' | 'participant' | 'observer';
  /** a complete copy of the board */
  readonly from: Y.Doc;
  readonly clientId: number;
  readonly random: Random;
  /** something happened that never should */
  readonly onFault: (what: string) => void;
}

export class FuzzPerson {
  readonly setup: TabSetup;
  readonly peer: Peer;
  readonly line: FuzzLine;
  readonly reader: MapReader;
  readonly views: KeptViews;
  /** Updates that the server has called saved. */
  readonly saved: Uint8Array[] = [];
  /** Document frames of this connection, as they were sent. */
  #sent: Uint8Array[] = [];
  #savedFrames = 0;
  #messagesRead = 0;
  #ids = 0;
  readonly #mapOrigin = { name: 'map' };

  constructor(setup: TabSetup) {
    this.setup = setup;
    const pace = new HandPace();
    // half of them come with the page's own line, the others with the plainest one that speaks the protocol
    this.line = setup.random.chance(0.5) ? new ClientLine(pace, setup.clientId, setup.onFault) : new MemoryPeer();
    const readOnly = setup.role === 'observer';
    const mapOrigins = [this.#mapOrigin];
    const random = () => setup.random.next();
    const bound = { doc: this.line.doc, pace, random, readOnly, mapOrigins, isElsewhere: isOfMap };
    this.peer = peerOf(setup.from, bound, viewParts);
    this.doc.clientID = setup.clientId;
    this.reader = new MapReader(this.doc);
    this.editor.on('crash', ({ error }) => setup.onFault(`the editor crashed: ${String(error)}`));
    this.editor.updateViewportScreenBounds(new Box(0, 0, 4000, 4000));
    this.editor.setCamera({ x: 2000, y: 2000, z: 1 }, { immediate: true });
    this.views = viewsOfTab(this.peer, this.reader, {
      newId: () => this.#newId(),
      run: (commands) => (readOnly ? null : this.run(commands)),
    });
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!(transaction.origin instanceof Y.UndoManager)) return;
      for (const what of foreignDeletions(transaction, this.doc.clientID)) setup.onFault(`undo deleted ${what}`);
    });
    new TakenFromOthers(this.doc, setup.onFault).watch();
  }

  get doc(): Y.Doc {
    return this.peer.doc;
  }

  get editor(): Peer['editor'] {
    return this.peer.editor;
  }

  /** Everything that was sent on this connection is on disk. */
  get isSaved(): boolean {
    return this.setup.role === 'observer' || this.#savedFrames >= this.#sent.length;
  }

  connect(open: (socket: PeerSocket) => PeerHandlers): void {
    this.#sent = [];
    this.#savedFrames = 0;
    this.line.connect(open);
  }

  command(command: Command): boolean {
    return this.run([command]) !== null;
  }

  /** All of them as one act; answers with the id of the last one's entity, null when they were refused. */
  run(commands: readonly Command[]): string | null {
    const result = runCommands(this.reader.map(), commands, {
      today: fuzzDay,
      newId: () => this.#newId(),
    });
    if (!result.ok) return null;
    applyChanges(this.doc, result.changes, this.#mapOrigin);
    return result.id;
  }

  #newId(): string {
    return `c${this.setup.clientId}n${++this.#ids}`;
  }

  /** Sends up to `count` frames. True when something was sent. */
  send(count = Infinity): boolean {
    let sent = 0;
    for (; sent < count; sent++) {
      const frame = this.line.outbox[0];
      if (frame === undefined || !this.line.flushOut(1)) break;
      const body = documentBody(frame);
      if (body) this.#sent.push(body);
    }
    return sent > 0;
  }

  /** Reads up to `count` frames of the server. True when something was read. */
  read(count = Infinity): boolean {
    const moved = this.line.flushIn(count);
    for (const message of this.line.messages.slice(this.#messagesRead)) {
      if (message.type === 'refused') this.setup.onFault(`an honest frame was refused: ${message.code}`);
      if (message.type === 'undone') this.setup.onFault(`${message.records} honest records were undone`);
      if (message.type !== 'saved') continue;
      this.saved.push(...this.#sent.slice(this.#savedFrames, message.frames));
      this.#savedFrames = message.frames;
    }
    this.#messagesRead = this.line.messages.length;
    return moved;
  }

  leave(): void {
    this.line.destroy();
    this.views.dispose();
    this.reader.close();
    this.peer.leave();
  }
}

/** The update inside a document frame; undefined for every other frame. */
function documentBody(frame: Uint8Array): Uint8Array | undefined {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== messageKinds.sync) return undefined;
  if (decoding.readVarUint(decoder) === syncKinds.step1) return undefined;
  return decoding.readVarUint8Array(decoder);
}
