/**
 * Makes what waits for lost parts apply without them. Yjs takes the parts of a client id in their order only, so one lost row
 * of the journal holds back all that the same tab wrote later. Where it is decided that the lost ones are gone, parts without
 * content stand in their place; what is inside something lost, or was typed after it, is gone with it.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Parts without content, as an update: for all that `waiting` lacks in a document that has `stateOf`. null: nothing is lacking. */
export function fillGaps(waiting: Uint8Array, stateOf: (client: number) => number): Uint8Array | null {
  const ranges = new Map<number, [from: number, to: number][]>();
  const needed = new Map<number, number>();
  const need = (id: Y.ID | null | undefined): void => {
    if (id) needed.set(id.client, Math.max(needed.get(id.client) ?? 0, id.clock + 1));
  };
  for (const part of Y.decodeUpdate(waiting).structs) {
    if (!(part instanceof Y.Item) && !(part instanceof Y.GC)) continue;
    const { client, clock } = part.id;
    const list = ranges.get(client) ?? [];
    list.push([clock, clock + part.length]);
    ranges.set(client, list);
    if (part instanceof Y.GC) continue;
    need(part.origin);
    need(part.rightOrigin);
    // what hangs on nothing that is named here hangs on what its neighbors hang on
    if (part.parent instanceof Y.ID) need(part.parent);
  }
  const gaps: (readonly [client: number, from: number, length: number])[] = [];
  for (const client of new Set([...ranges.keys(), ...needed.keys()])) {
    let at = stateOf(client);
    const end = needed.get(client) ?? 0;
    for (const [from, to] of [...(ranges.get(client) ?? []), [end, end] as const].toSorted(([a], [b]) => a - b)) {
      if (from > at) gaps.push([client, at, from - at]);
      at = Math.max(at, to);
    }
  }
  return gaps.length === 0 ? null : partsWithoutContent(gaps);
}

/** One update for each gap, merged: a client id may have several. */
function partsWithoutContent(gaps: readonly (readonly [client: number, from: number, length: number])[]): Uint8Array {
  const garbage = 0;
  return Y.mergeUpdates(
    gaps.map(([client, from, length]) => {
      const encoder = encoding.createEncoder();
      for (const value of [1, 1, client, from]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, garbage);
      encoding.writeVarUint(encoder, length);
      // deletes nothing
      encoding.writeVarUint(encoder, 0);
      return encoding.toUint8Array(encoder);
    }),
  );
}
