/** Writes frames, each exactly once into a buffer of exactly its size. */
import { frameKinds, type ServerMessage } from '#shared/wire/messages.ts';

/** y-websocket's frame with one length-prefixed body: `[kind, sync kind?, length, body]`. */
export function encodeFrame(head: readonly number[], body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(head.length + uintSize(body.length) + body.length);
  frame.set(head, 0);
  frame.set(body, writeUint(frame, head.length, body.length));
  return frame;
}

export function encodeMessage(message: ServerMessage): Uint8Array {
  return encodeFrame([frameKinds.roundtable], Buffer.from(JSON.stringify(message), 'utf8'));
}

export function uintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes a varUint and returns the position after it. */
export function writeUint(into: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 127) {
    into[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  into[at++] = rest;
  return at;
}
