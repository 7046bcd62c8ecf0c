/**
 * Reads numbers, texts, keys and values of a Yjs update (format V1) without trusting the bytes: nothing is taken that they
 * do not hold, and no value that could not be written as JSON. Every fault is thrown as a `ReadFault`.
 */
import { roots, type RootName } from '#shared/board/roots.ts';

export type UpdateFault = 'malformed' | 'invalid' | 'unknownRoot';

const maxKeyBytes = 256;
const maxDepth = 32;
const nothing: Uint8Array = new Uint8Array(0);

export class ReadFault extends Error {
  readonly fault: UpdateFault;
  constructor(fault: UpdateFault) {
    super(fault);
    this.fault = fault;
  }
}

export class UpdateBytes {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #bytes = nothing;
  /** where reading stands */
  at = 0;

  open(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.at = 0;
  }

  /** A room may rest for hours with the last message it saw, whose bytes are a piece of a larger buffer. */
  close(): void {
    this.#bytes = nothing;
  }

  skipAny(depth: number): void {
    if (depth > maxDepth) throw new ReadFault('invalid');
    switch (this.byte()) {
      case 127:
      case 126:
      case 121:
      case 120:
        return;
      case 125:
        this.#skipInt();
        return;
      case 124:
        this.skip(4);
        return;
      case 123:
        this.skip(8);
        return;
      case 119:
        this.readText(this.left());
        return;
      case 118: {
        const count = this.uint();
        if (count * 2 > this.left()) throw new ReadFault('malformed');
        for (let i = 0; i < count; i++) {
          this.readKey();
          this.skipAny(depth + 1);
        }
        return;
      }
      case 117: {
        const count = this.uint();
        if (count > this.left()) throw new ReadFault('malformed');
        for (let i = 0; i < count; i++) this.skipAny(depth + 1);
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

  readRoot(): RootName {
    const length = this.uint();
    const start = this.at;
    this.skip(length);
    if (this.#equals(start, length, roots.map)) return roots.map;
    if (this.#equals(start, length, roots.canvas)) return roots.canvas;
    if (this.#equals(start, length, roots.meta)) return roots.meta;
    throw new ReadFault('unknownRoot');
  }

  /** A key of a map or object. Names with a meaning in JavaScript never get in. */
  readKey(): void {
    const start = this.at;
    const length = this.uint();
    if (length === 0 || length > maxKeyBytes) throw new ReadFault('invalid');
    const from = this.at;
    this.at = start;
    this.readText(maxKeyBytes);
    const refused =
      (length === 9 && (this.#equals(from, 9, '__proto__') || this.#equals(from, 9, 'prototype'))) ||
      (length === 11 && this.#equals(from, 11, 'constructor')) ||
      (length === 6 && this.#equals(from, 6, 'toJSON')) ||
      (length === 4 && this.#equals(from, 4, 'then'));
    if (refused) throw new ReadFault('invalid');
  }

  /** What was read from there on, as a text that is good for comparing. */
  since(start: number): string {
    let text = '';
    for (let i = start; i < this.at; i++) text += String.fromCharCode(this.#bytes[i] ?? 0);
    return text;
  }

  #equals(start: number, length: number, text: string): boolean {
    if (length !== text.length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Length in UTF-16 units, which is how Yjs counts. Anything but ASCII is really decoded, so Yjs can not fail on it later. */
  readText(maxBytes: number): number {
    const length = this.uint();
    if (length > maxBytes) throw new ReadFault(length > this.left() ? 'malformed' : 'invalid');
    const start = this.at;
    this.skip(length);
    const bytes = this.#bytes;
    for (let i = start; i < this.at; i++) {
      if ((bytes[i] ?? 0) > 127) {
        try {
          return this.#decoder.decode(bytes.subarray(start, this.at)).length;
        } catch {
          throw new ReadFault('malformed');
        }
      }
    }
    return length;
  }

  checkJson(start: number): void {
    const end = this.at;
    this.at = start;
    const length = this.uint();
    try {
      JSON.parse(this.#decoder.decode(this.#bytes.subarray(end - length, end)));
    } catch {
      throw new ReadFault('malformed');
    }
    this.at = end;
  }

  left(): number {
    return this.#bytes.length - this.at;
  }

  skip(count: number): void {
    if (count > this.left()) throw new ReadFault('malformed');
    this.at += count;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new ReadFault('malformed');
    return byte;
  }

  #skipInt(): void {
    for (let i = 0; i < 9; i++) if (this.byte() < 128) return;
    throw new ReadFault('malformed');
  }

  uint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
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
