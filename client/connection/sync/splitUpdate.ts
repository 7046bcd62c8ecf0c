/**
 * Cuts one Yjs update (format V1) into several that can be applied one after the other, each at most `maxBytes` and of at most
 * `maxUpdateParts`. Parts
 * keep the order in which things depend on each other, so that the server never has to hold a part back; deletions go
 * with the last one. Returns null when a single part alone is too large. Yjs has no such function; the format is the one
 * that its own `decodeUpdate` reads.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { maxUpdateParts } from '#shared/wire/maxUpdateParts.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];
/** Room for the header of an update and of each client in it. */
const headerBytes = 64;
/** A part is two bytes at least, so that what is smaller need not be looked at. */
const surelyFew = maxUpdateParts * 2;

export function splitUpdate(update: Uint8Array, maxBytes: number): readonly Uint8Array[] | null {
  if (update.byteLength <= Math.min(maxBytes, surelyFew)) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  if (update.byteLength <= maxBytes && structs.length <= maxUpdateParts) return [update];
  const parts: Uint8Array[] = [];
  let current: Struct[] = [];
  let bytes = headerBytes;
  for (const struct of inOrderOfNeed(structs)) {
    const size = sizeOf(struct);
    if (size + headerBytes > maxBytes) return null;
    if (bytes + size > maxBytes || current.length === maxUpdateParts) {
      parts.push(encodeParts(current, null));
      current = [];
      bytes = headerBytes;
    }
    current.push(struct);
    bytes += size;
  }
  const last = encodeParts(current, ds);
  if (last.byteLength <= maxBytes) return [...parts, last];
  const deletions = encodeParts([], ds);
  return deletions.byteLength > maxBytes ? null : [...parts, encodeParts(current, null), deletions];
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  // A run of one client that is interrupted costs a header of its own.
  return encoder.toUint8Array().byteLength + 24;
}

/** Items after those they stand beside or in; the order within one client stays as it is. */
function inOrderOfNeed(structs: readonly Struct[]): Struct[] {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const queue = queues.get(struct.id.client);
    if (queue === undefined) queues.set(struct.id.client, [struct]);
    else queue.push(struct);
  }
  const next = new Map<number, number>([...queues.keys()].map((client) => [client, 0]));
  const isThere = (need: Y.ID): boolean => {
    const waiting = queues.get(need.client)?.[next.get(need.client) ?? 0];
    return waiting === undefined || need.clock < waiting.id.clock;
  };
  const ordered: Struct[] = [];
  let moved = true;
  while (moved) {
    moved = false;
    for (const [client, queue] of queues) {
      for (let at = next.get(client) ?? 0; at < queue.length; at += 1) {
        const struct = queue[at];
        if (struct === undefined || !needsOf(struct).every((need) => need.client === client || isThere(need))) break;
        ordered.push(struct);
        next.set(client, at + 1);
        moved = true;
      }
    }
  }
  // An update can hold parts whose predecessors come later; they go last, as they came.
  for (const [client, queue] of queues) ordered.push(...queue.slice(next.get(client) ?? 0));
  return ordered;
}

function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  const needs = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
  return needs.filter((need) => need !== null);
}

/** One update of these parts and deletions. */
export function encodeParts(structs: readonly Struct[], deletions: DeleteSet | null): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    const run = clients.get(struct.id.client);
    if (run === undefined) clients.set(struct.id.client, [struct]);
    else run.push(struct);
  }
  encoding.writeVarUint(encoder.restEncoder, clients.size);
  for (const [client, run] of [...clients].toSorted((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(encoder.restEncoder, run.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, run[0]?.id.clock ?? 0);
    for (const struct of run) struct.write(encoder, 0);
  }
  writeDeletions(encoder, deletions);
  return encoder.toUint8Array();
}

function writeDeletions(encoder: Y.UpdateEncoderV1, deletions: DeleteSet | null): void {
  encoding.writeVarUint(encoder.restEncoder, deletions?.clients.size ?? 0);
  for (const [client, items] of deletions?.clients ?? []) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, items.length);
    for (const item of items) {
      encoder.writeDsClock(item.clock);
      encoder.writeDsLen(item.len);
    }
  }
}
