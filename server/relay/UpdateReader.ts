/**
 * Reads the headers of a Yjs update (format V1) without making a Yjs object, before Yjs sees it. A hostile update of seven
 * bytes can claim thirty million parts and one of fifteen bytes can silence another person, so
 * every claimed count, length, clock, root and key is checked here against what the bytes can hold and what we use.
 */
import { roots, type RootName } from '#shared/board/roots.ts';

export type UpdateFault = 'malformed' | 'invalid' | 'unknownRoot';

/** What the document knows already: the next expected clock of a client id. */
export type StateOf = (client: number) => number;

const maxClient = 0xffff_ffff;
const maxClock = 2 ** 31;
/** one part; an offline writer may well have deleted a long text, nobody deletes a billion characters */
const maxPartLength = 2 ** 24;
const maxKeyBytes = 256;
const maxDepth = 32;
const maxFormatBytes = 1_024;
/** Yjs walks over all parts that claim the same place, so many of them in one frame cost quadratic time. */
const maxSamePlace = 64;
const maxSameOrigin = 512;
/** frames of fewer bytes cannot hold enough parts to hurt, so places are not counted in them */
const countPlacesFromBytes = 4_096;

const typeMap = 1;
const typeText = 2;

const nothing: Uint8Array = new Uint8Array(0);

class ReadFault extends Error {
  readonly fault: UpdateFault;
  constructor(fault: UpdateFault) {
    super(fault);
    this.fault = fault;
  }
}

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

  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #bytes = nothing;
  #at = 0;
  #stateOf: StateOf = () => 0;
  #client = 0;
  #clock = 0;
  #countPlaces = false;
  /** what is wrong with the place of the part that is being read; forgiven where the document has the part already */
  #placeFault: UpdateFault | null = null;
  readonly #places = new Map<string, number>();
  readonly #openClients: number[] = [];
  readonly #openClocks: number[] = [];

  /** null when the update may be handed to Yjs; then the fields tell what is in it. */
  read(bytes: Uint8Array, stateOf: StateOf): UpdateFault | null {
    this.#bytes = bytes;
    this.#at = 0;
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
      if (this.#at !== bytes.length) return 'malformed';
      return null;
    } catch (error) {
      if (error instanceof ReadFault) return error.fault;
      throw error;
    } finally {
      // A room may rest for hours with the last frame it saw, whose bytes are a piece of a larger buffer.
      this.#bytes = nothing;
      this.#places.clear();
    }
  }

  #readBlocks(): void {
    const count = this.#uint();
    // a block is at least: number of parts, client, clock, one part of two bytes
    if (count * 5 > this.#left()) throw new ReadFault('malformed');
    for (let i = 0; i < count; i++) this.#readBlock();
  }

  #readBlock(): void {
    const parts = this.#uint();
    if (parts === 0 || parts * 2 > this.#left()) throw new ReadFault('malformed');
    const client = this.#uint();
    const from = this.#uint();
    if (client > maxClient || from >= maxClock) throw new ReadFault('malformed');
    for (const block of this.blocks) if (block.client === client) throw new ReadFault('malformed');
    const known = this.#stateOf(client);
    let covered = known;
    this.#client = client;
    this.#clock = from;
    this.parts += parts;
    for (let i = 0; i < parts; i++) {
      const info = this.#byte();
      const kind = info & 31;
      const start = this.#clock;
      this.#placeFault = null;
      const length = kind === 0 || kind === 10 ? this.#uint() : this.#readItem(info, kind);
      if (length === 0 || start + length > maxClock) throw new ReadFault('malformed');
      this.#clock = start + length;
      if (kind === 10 || this.#clock <= known) continue;
      if (this.#placeFault !== null) throw new ReadFault(this.#placeFault);
      if (length > maxPartLength) this.absurd = true;
      if (start > covered) this.gap = true;
      else if (this.#clock > covered) covered = this.#clock;
    }
    if (this.#clock > known) this.news = true;
    this.blocks.push({ client, from, to: this.#clock });
    if (this.blocks.length > 2_048) throw new ReadFault('invalid');
  }

  /** Returns the length of the part. Bits: 128 has a left origin, 64 has a right origin, 32 has a key. */
  #readItem(info: number, kind: number): number {
    const hasOrigin = (info & 128) !== 0;
    const hasRight = (info & 64) !== 0;
    if (hasOrigin) this.#readReference(true);
    if (hasRight) this.#readReference(false);
    if (!hasOrigin && !hasRight) this.#readParent((info & 32) !== 0);
    return this.#readContent(kind);
  }

  #readParent(hasKey: boolean): void {
    const start = this.#at;
    if (this.#uint() === 1) {
      // reading the name makes Yjs create the root, so unknown ones are never forgiven
      if (this.#readRoot() === roots.meta) this.#placeFault = 'unknownRoot';
      else if (!hasKey) this.#placeFault = 'invalid';
    } else {
      this.#readReference(false);
    }
    if (hasKey) this.#readKey();
    if (this.#countPlaces) this.#countPlace(start, maxSamePlace);
  }

  #readReference(isOrigin: boolean): void {
    const start = this.#at;
    const client = this.#uint();
    const clock = this.#uint();
    if (client > maxClient || clock >= maxClock) throw new ReadFault('malformed');
    if (isOrigin && this.#countPlaces) this.#countPlace(start, maxSameOrigin);
    if (client === this.#client) {
      if (clock >= this.#clock) throw new ReadFault('malformed');
      return;
    }
    if (clock < this.#stateOf(client)) return;
    this.#openClients.push(client);
    this.#openClocks.push(clock);
  }

  #countPlace(start: number, limit: number): void {
    let place = '';
    for (let i = start; i < this.#at; i++) place += String.fromCharCode(this.#bytes[i] ?? 0);
    const count = (this.#places.get(place) ?? 0) + 1;
    if (count > limit) throw new ReadFault('invalid');
    this.#places.set(place, count);
  }

  /** References to parts of other blocks of the same update are fine; anything else is missing. */
  #closeReferences(): void {
    for (let i = 0; i < this.#openClients.length; i++) {
      const client = this.#openClients[i];
      const clock = this.#openClocks[i] ?? 0;
      const block = this.blocks.find((one) => one.client === client);
      if (block === undefined || clock >= block.to) this.gap = true;
    }
  }

  #readDeletes(): void {
    const clients = this.#uint();
    if (clients * 2 > this.#left()) throw new ReadFault('malformed');
    for (let i = 0; i < clients; i++) {
      const client = this.#uint();
      const ranges = this.#uint();
      if (client > maxClient || ranges * 2 > this.#left()) throw new ReadFault('malformed');
      const block = this.blocks.find((one) => one.client === client);
      const end = Math.max(this.#stateOf(client), block?.to ?? 0);
      let beyond = false;
      for (let j = 0; j < ranges; j++) {
        const clock = this.#uint();
        const length = this.#uint();
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
        return this.#uint();
      case 4:
        return this.#readText(this.#left());
      case 6: {
        this.#readKey();
        const start = this.#at;
        this.#readText(maxFormatBytes);
        this.#checkJson(start);
        return 1;
      }
      case 7: {
        const type = this.#uint();
        if (type !== typeMap && type !== typeText) throw new ReadFault('invalid');
        return 1;
      }
      case 8: {
        const length = this.#uint();
        if (length > this.#left()) throw new ReadFault('malformed');
        for (let i = 0; i < length; i++) this.#skipAny(0);
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

  #skipAny(depth: number): void {
    if (depth > maxDepth) throw new ReadFault('invalid');
    switch (this.#byte()) {
      case 127:
      case 126:
      case 121:
      case 120:
        return;
      case 125:
        this.#skipInt();
        return;
      case 124:
        this.#skip(4);
        return;
      case 123:
        this.#skip(8);
        return;
      case 119:
        this.#readText(this.#left());
        return;
      case 118: {
        const count = this.#uint();
        if (count * 2 > this.#left()) throw new ReadFault('malformed');
        for (let i = 0; i < count; i++) {
          this.#readKey();
          this.#skipAny(depth + 1);
        }
        return;
      }
      case 117: {
        const count = this.#uint();
        if (count > this.#left()) throw new ReadFault('malformed');
        for (let i = 0; i < count; i++) this.#skipAny(depth + 1);
        return;
      }
      // 122 big integer and 116 bytes cannot be written as JSON, so no export could carry them
      case 122:
      case 116:
        throw new ReadFault('invalid');
      default:
        throw new ReadFault('malformed');
    }
  }

  #readRoot(): RootName {
    const length = this.#uint();
    const start = this.#at;
    this.#skip(length);
    if (this.#equals(start, length, roots.map)) return roots.map;
    if (this.#equals(start, length, roots.canvas)) return roots.canvas;
    if (this.#equals(start, length, roots.meta)) return roots.meta;
    throw new ReadFault('unknownRoot');
  }

  /** A key of a map or object. Names with a meaning in JavaScript never get in (L16). */
  #readKey(): void {
    const start = this.#at;
    const length = this.#uint();
    if (length === 0 || length > maxKeyBytes) throw new ReadFault('invalid');
    const from = this.#at;
    this.#at = start;
    this.#readText(maxKeyBytes);
    const refused =
      (length === 9 && (this.#equals(from, 9, '__proto__') || this.#equals(from, 9, 'prototype'))) ||
      (length === 11 && this.#equals(from, 11, 'constructor')) ||
      (length === 6 && this.#equals(from, 6, 'toJSON')) ||
      (length === 4 && this.#equals(from, 4, 'then'));
    if (refused) throw new ReadFault('invalid');
  }

  #equals(start: number, length: number, text: string): boolean {
    if (length !== text.length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Length in UTF-16 units, which is how Yjs counts. Anything but ASCII is really decoded, so Yjs can not fail on it later. */
  #readText(maxBytes: number): number {
    const length = this.#uint();
    if (length > maxBytes) throw new ReadFault(length > this.#left() ? 'malformed' : 'invalid');
    const start = this.#at;
    this.#skip(length);
    const bytes = this.#bytes;
    for (let i = start; i < this.#at; i++) {
      if ((bytes[i] ?? 0) > 127) {
        try {
          return this.#decoder.decode(bytes.subarray(start, this.#at)).length;
        } catch {
          throw new ReadFault('malformed');
        }
      }
    }
    return length;
  }

  #checkJson(start: number): void {
    const end = this.#at;
    this.#at = start;
    const length = this.#uint();
    try {
      JSON.parse(this.#decoder.decode(this.#bytes.subarray(end - length, end)));
    } catch {
      throw new ReadFault('malformed');
    }
    this.#at = end;
  }

  #left(): number {
    return this.#bytes.length - this.#at;
  }

  #skip(count: number): void {
    if (count > this.#left()) throw new ReadFault('malformed');
    this.#at += count;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new ReadFault('malformed');
    return byte;
  }

  #skipInt(): void {
    for (let i = 0; i < 9; i++) if (this.#byte() < 128) return;
    throw new ReadFault('malformed');
  }

  #uint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) throw new ReadFault('malformed');
        return value;
      }
      factor *= 128;
    }
    throw new ReadFault('malformed');
  }
}
