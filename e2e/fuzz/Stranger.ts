/** A participant who keeps no rules: sends damaged copies of honest messages, forged updates and records that nobody can draw. */
import * as Y from 'yjs';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { roots } from '#shared/board/roots.ts';
import { forgedUpdates, updateOf } from '#server/testing/hostile/forgedUpdates.ts';
import { hostileMessages } from '#server/testing/hostile/hostileMessages.ts';
import { mutateBytes } from '#server/testing/hostile/mutateBytes.ts';
import { poisonRecords } from '#server/testing/hostile/poisonRecords.ts';
import { MemoryPeer, type PeerHandlers, type PeerSocket } from '#shared/testing/MemoryPeer.ts';
import type { Random } from '#shared/testing/random.ts';

/** client ids of the stranger begin here */
const firstClient = 900_000;

/** What a stranger can get hold of: a message that somebody else read, and client ids that stand in the document. */
export interface Loot {
  readonly honest: Uint8Array | undefined;
  readonly known: readonly number[];
}

export class Stranger {
  readonly #random: Random;
  #line: MemoryPeer | null = null;
  #client = firstClient;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Comes in where it is not, and does one bad thing. */
  act(open: (socket: PeerSocket) => PeerHandlers, { honest, known }: Loot): void {
    const random = this.#random;
    const line = this.#enter(open);
    const victim = known.length > 0 ? random.pick(known) : 7;
    const next = () => random.next();
    const acts: (() => void)[] = [
      () => honest && line.raw(mutateBytes(honest, next)),
      () => line.raw(hostileMessages.update(mutateBytes(this.#record(), next))),
      () => line.raw(hostileMessages.update(this.#poison())),
      () => line.raw(hostileMessages.update(forgedUpdates.inTheNameOf(victim, random.below(500), 'shape:forged'))),
      () => line.raw(hostileMessages.update(forgedUpdates.withoutPredecessor(++this.#client, 5))),
      () => line.raw(hostileMessages.presenceOf([{ clientId: victim, clock: 1e6, state: { cursor: 'mine' } }])),
      () => line.raw(hostileMessages.update(forgedUpdates.silence(victim, random.below(500)))),
      () => line.raw(hostileMessages.update(forgedUpdates.deleteAhead(victim, random.below(500)))),
      () => this.leave(),
    ];
    random.pick(acts)();
  }

  /** Its own queues move; what it reads does not matter. */
  read(): void {
    if (this.#line) this.#line.inbox = [];
  }

  leave(): void {
    this.#line?.destroy();
    this.#line = null;
  }

  #enter(open: (socket: PeerSocket) => PeerHandlers): MemoryPeer {
    if (this.#line?.isConnected && this.#line.closed === null) return this.#line;
    this.leave();
    const doc = new Y.Doc();
    doc.clientID = ++this.#client;
    this.#line = new MemoryPeer({ doc });
    this.#line.connect(open);
    this.#line.flushOut();
    return this.#line;
  }

  /** An update with one record of a client id of its own. */
  #record(): Uint8Array {
    const key = `page:s${++this.#client}`;
    const base = { ...firstRecords()[1], id: key };
    return updateOf((doc) => doc.getMap(roots.canvas).set(key, new Y.Map([['base', base]])), this.#client);
  }

  #poison(): Uint8Array {
    const poison = this.#random.pick(poisonRecords);
    return updateOf((doc) => poison.write(doc.getMap(roots.canvas), `shape:p${this.#client}`, good), ++this.#client);
  }
}

const good: Record<string, unknown> = {
  typeName: 'shape',
  type: 'frame',
  x: 0,
  y: 0,
  rotation: 0,
  index: 'a5',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: {},
  props: { w: 100, h: 100, name: '', color: 'black' },
};
