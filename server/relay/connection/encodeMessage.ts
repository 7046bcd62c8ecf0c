/** Writes messages, each exactly once into a buffer of exactly its size. */
import { messageKinds, type ServerMessage } from '#shared/wire/messages.ts';

/** y-websocket's message with one length-prefixed body: `[kind, sync kind?, length, body]`. */
export function encodeMessage(head: readonly number[], body: Uint8Array): Uint8Array {
  const message = new Uint8Array(head.length + uintSize(body.length) + body.length);
  message.set(head, 0);
  message.set(body, writeUint(message, head.length, body.length));
  return message;
}

export function encodeServerMessage(message: ServerMessage): Uint8Array {
  return encodeMessage([messageKinds.roundtable], Buffer.from(JSON.stringify(message), 'utf8'));
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
