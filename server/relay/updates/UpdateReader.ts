/**
 * Reads the headers of a Yjs update (format V1) without making a Yjs object, before Yjs sees it. A hostile update of seven
 * bytes can claim thirty million parts and one of fifteen bytes can silence another person, so
 * every claimed count, length, clock, root and key is checked here against what the bytes can hold and what we use.
 */
import { roots } from '#shared/board/roots.ts';
import { type DepthOf, type Link, TypeDepths } from './TypeDepths.ts';
import { ReadFault, UpdateBytes, type UpdateFault } from './UpdateBytes.ts';

/** What the document knows already: the next expected clock of a client id. */
export type StateOf = (client: number) => number;

const maxClient = 0xffff_ffff;
const maxClock = 2 ** 31;
/** one part; an offline writer may well have deleted a long text, nobody deletes a billion characters */
const maxPartLength = 2 ** 24;
const maxFormatBytes = 1_024;
/** Yjs walks over all parts that claim the same place, so many of them in one message cost quadratic time. */
const maxSamePlace = 64;
const maxSameOrigin = 512;
/** messages of fewer bytes cannot hold enough parts to hurt, so places are not counted in them */
const countPlacesFromBytes = 4_096;

const typeMap = 1;
const typeText = 2;

/** One block of parts: clocks [from, to) of a client id. */
export interface Block {
  client: number;
  from: number;
  to: number;
}

/** One reader serves a whole room: `read` overwrites what the last one left. */
export class UpdateReader {
  /** parts by client id, in the order of the update */
  readonly blocks: Block[] = [];
  /** client ids of which clocks are deleted that neither the document nor this update holds */
  readonly deletesBeyond: number[] = [];
  parts = 0;
  /** something refers to what neither the document nor this update holds */
  gap = false;
  /** parts that the document does not have yet */
  news = false;
  /** a new part is longer than anything people make */
  absurd = false;
  /** has a delete set that is not empty */
  deletes = false;

  readonly #in = new UpdateBytes();
  #stateOf: StateOf = () => 0;
  #client = 0;
  #clock = 0;
  #referred = 0;
  #countPlaces = false;
  #takesMeta = false;
  /** what is wrong with the place of the part that is being read; forgiven where the document has the part already */
  #placeFault: UpdateFault | null = null;
  /** looked up for each block, reference and deletion: a walk over all blocks each time is what an attacker wants */
  readonly #blockOf = new Map<number, Block>();
  readonly #places = new Map<string, number>();
  readonly #depths = new TypeDepths();
  /** what the part that is being read hangs on */
  readonly #hanging = { link: 'root' as Link, client: 0, clock: 0 };
  readonly #openClients: number[] = [];
  readonly #openClocks: number[] = [];

  /**
   * null when the update may be handed to Yjs; then the fields tell what is in it. `depthOf` says how deep parts of the
   * document stand. `takesMeta`: also what only the server writes, where it lost it.
   */
  read(bytes: Uint8Array, stateOf: StateOf, depthOf: DepthOf = () => 0, takesMeta = false): UpdateFault | null {
    this.#takesMeta = takesMeta;
    this.#in.open(bytes);
    this.#stateOf = stateOf;
    this.blocks.length = 0;
    this.deletesBeyond.length = 0;
    this.#openClients.length = 0;
    this.#openClocks.length = 0;
    this.#countPlaces = bytes.length >= countPlacesFromBytes;
    this.parts = 0;
    this.gap = false;
    this.news = false;
    this.absurd = false;
    this.deletes = false;
    try {
      this.#readBlocks();
      this.#closeReferences();
      this.#readDeletes();
      if (this.#in.at !== bytes.length) return 'malformed';
      return this.#depths.isTooDeep(depthOf) ? 'invalid' : null;
    } catch (error) {
      if (error instanceof ReadFault) return error.fault;
      throw error;
    } finally {
      this.#in.close();
      this.#blockOf.clear();
      this.#places.clear();
      this.#depths.clear();
    }
  }

  #readBlocks(): void {
    const count = this.#in.uint();
    // a block is at least: number of parts, client, clock, one part of two bytes
    if (count * 5 > this.#in.left()) throw new ReadFault('malformed');
    for (let i = 0; i < count; i++) this.#readBlock();
  }

  #readBlock(): void {
    const parts = this.#in.uint();
    if (parts === 0 || parts * 2 > this.#in.left()) throw new ReadFault('malformed');
    const client = this.#in.uint();
    const from = this.#in.uint();
    if (client > maxClient || from >= maxClock) throw new ReadFault('malformed');
    if (this.#blockOf.has(client)) throw new ReadFault('malformed');
    const known = this.#stateOf(client);
    let covered = known;
    this.#client = client;
    this.#clock = from;
    this.parts += parts;
    for (let i = 0; i < parts; i++) {
      const info = this.#in.byte();
      const kind = info & 31;
      const start = this.#clock;
      this.#placeFault = null;
      const length = kind === 0 || kind === 10 ? this.#in.uint() : this.#readItem(info, kind);
      if (length === 0 || start + length > maxClock) throw new ReadFault('malformed');
      this.#clock = start + length;
      if (kind === 10 || this.#clock <= known) continue;
      if (this.#placeFault !== null) throw new ReadFault(this.#placeFault);
      if (length > maxPartLength) this.absurd = true;
      if (kind !== 0) this.#depths.add(client, start, this.#clock, kind === 7, this.#hanging);
      if (start > covered) this.gap = true;
      else if (this.#clock > covered) covered = this.#clock;
    }
    if (this.#clock > known) this.news = true;
    const block = { client, from, to: this.#clock };
    this.blocks.push(block);
    this.#blockOf.set(client, block);
    if (this.blocks.length > 2_048) throw new ReadFault('invalid');
  }

  /** Returns the length of the part. Bits: 128 has a left origin, 64 has a right origin, 32 has a key. */
  #readItem(info: number, kind: number): number {
    const hasOrigin = (info & 128) !== 0;
    const hasRight = (info & 64) !== 0;
    if (hasOrigin) this.#hangOn('beside', this.#readReference(true));
    if (hasRight) {
      const right = this.#readReference(false);
      if (!hasOrigin) this.#hangOn('beside', right);
    }
    if (!hasOrigin && !hasRight) this.#readParent((info & 32) !== 0);
    return this.#readContent(kind);
  }

  #readParent(hasKey: boolean): void {
    const start = this.#in.at;
    if (this.#in.uint() === 1) {
      // reading the name makes Yjs create the root, so unknown ones are never forgiven
      if (this.#in.readRoot() === roots.meta && !this.#takesMeta) this.#placeFault = 'unknownRoot';
      else if (!hasKey) this.#placeFault = 'invalid';
      this.#hanging.link = 'root';
    } else {
      this.#hangOn('parent', this.#readReference(false));
    }
    if (hasKey) this.#in.readKey();
    if (this.#countPlaces) this.#countPlace(start, maxSamePlace);
  }

  #hangOn(link: Link, client: number): void {
    this.#hanging.link = link;
    this.#hanging.client = client;
    this.#hanging.clock = this.#referred;
  }

  /** Returns the client id of the part that is referred to; its clock is in `#referred`. */
  #readReference(isOrigin: boolean): number {
    const start = this.#in.at;
    const client = this.#in.uint();
    const clock = this.#in.uint();
    if (client > maxClient || clock >= maxClock) throw new ReadFault('malformed');
    if (isOrigin && this.#countPlaces) this.#countPlace(start, maxSameOrigin);
    this.#referred = clock;
    if (client === this.#client) {
      if (clock >= this.#clock) throw new ReadFault('malformed');
    } else if (clock >= this.#stateOf(client)) {
      this.#openClients.push(client);
      this.#openClocks.push(clock);
    }
    return client;
  }

  #countPlace(start: number, limit: number): void {
    const place = this.#in.since(start);
    const count = (this.#places.get(place) ?? 0) + 1;
    if (count > limit) throw new ReadFault('invalid');
    this.#places.set(place, count);
  }

  /** References to parts of other blocks of the same update are fine; anything else is missing. */
  #closeReferences(): void {
    for (let i = 0; i < this.#openClients.length; i++) {
      const clock = this.#openClocks[i] ?? 0;
      const block = this.#blockOf.get(this.#openClients[i] ?? -1);
      if (block === undefined || clock >= block.to) this.gap = true;
    }
  }

  #readDeletes(): void {
    const clients = this.#in.uint();
    if (clients * 2 > this.#in.left()) throw new ReadFault('malformed');
    for (let i = 0; i < clients; i++) {
      const client = this.#in.uint();
      const ranges = this.#in.uint();
      if (client > maxClient || ranges * 2 > this.#in.left()) throw new ReadFault('malformed');
      const block = this.#blockOf.get(client);
      const end = Math.max(this.#stateOf(client), block?.to ?? 0);
      let beyond = false;
      for (let j = 0; j < ranges; j++) {
        const clock = this.#in.uint();
        const length = this.#in.uint();
        if (length === 0 || clock + length > maxClock) throw new ReadFault('malformed');
        this.deletes = true;
        if (clock + length > end) beyond = true;
      }
      if (beyond) {
        this.gap = true;
        this.deletesBeyond.push(client);
      }
    }
  }

  #readContent(kind: number): number {
    switch (kind) {
      case 1:
        return this.#in.uint();
      case 4:
        return this.#in.readText(this.#in.left());
      case 6: {
        this.#in.readKey();
        const start = this.#in.at;
        this.#in.readText(maxFormatBytes);
        this.#in.checkJson(start);
        return 1;
      }
      case 7: {
        const type = this.#in.uint();
        if (type !== typeMap && type !== typeText) throw new ReadFault('invalid');
        return 1;
      }
      case 8: {
        const length = this.#in.uint();
        if (length > this.#in.left()) throw new ReadFault('malformed');
        for (let i = 0; i < length; i++) this.#in.skipAny(0);
        return length;
      }
      // 2 JSON and 3 binary are not written by our clients, 5 embed and 9 subdocument are not part of a board
      case 2:
      case 3:
      case 5:
      case 9:
        throw new ReadFault('invalid');
      default:
        throw new ReadFault('malformed');
    }
  }
}
