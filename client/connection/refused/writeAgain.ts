/**
 * What this device wrote and the server does not have, as an update for the server's document. What stands there under a writing
 * id and clock of ours and is not ours (another device had taken the id) is written under an id of its own instead: nobody else
 * has seen it, so nothing refers to it but itself.
 */
import * as Y from 'yjs';
import { differsAt, type Part } from '#shared/board/sameParts.ts';
import { encodeParts } from '#client/connection/sync/splitUpdate.ts';
import type { WrittenRange } from '#client/connection/copy/UnsentParts.ts';

export interface WriteAgain {
  /** All that this device has. */
  readonly document: Uint8Array;
  /** What this device wrote in it. */
  readonly ranges: readonly WrittenRange[];
  readonly server: Y.Doc;
  /** Ids that nobody has. */
  readonly newId: () => number;
  /** None of the old ids may be used any more: they belong to somebody else. */
  readonly isAllMoved: boolean;
}

export function writeAgain({ document, ranges, server, newId, isAllMoved }: WriteAgain): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(document);
  const moved = new Map<number, WrittenRange & { readonly id: number }>();
  const wanted = new Map<number, WrittenRange>();
  for (const range of ranges) {
    const other = firstOther(structs, range, server);
    const from = other ?? Math.max(range.from, Y.getState(server.store, range.client));
    if (other !== null || isAllMoved) moved.set(range.client, { ...range, from, id: newId() });
    wanted.set(range.client, { ...range, from });
  }
  const place = (id: Y.ID): Y.ID => {
    const to = moved.get(id.client);
    return to === undefined || id.clock < to.from || id.clock >= to.until ? id : Y.createID(to.id, id.clock - to.from);
  };
  const parts = structs.flatMap((part) => {
    const range = wanted.get(part.id.client);
    const own = range === undefined ? null : within(part, range);
    return own === null ? [] : [placed(own, place)];
  });
  const deletions = Y.createDeleteSet();
  for (const [client, items] of ds.clients)
    for (const { clock, len } of items)
      for (const [from, until] of cut(clock, clock + len, moved.get(client))) {
        const { client: to, clock: at } = place(Y.createID(client, from));
        const list = deletions.clients.get(to) ?? [];
        deletions.clients.set(to, [...list, new DeletedRange(at, until - from)]);
      }
  return encodeParts(parts, deletions);
}

/** As Yjs has it, which does not give the class away. */
class DeletedRange {
  readonly clock: number;
  readonly len: number;

  constructor(clock: number, len: number) {
    this.clock = clock;
    this.len = len;
  }
}

/** The first clock of the range under which the server has something else. */
function firstOther(parts: readonly Part[], { client, from, until }: WrittenRange, server: Y.Doc): number | null {
  for (const part of parts) {
    if (part.id.client !== client || part.id.clock >= until || part.id.clock + part.length <= from) continue;
    const at = differsAt(part, server);
    if (at !== null && at < until) return Math.max(at, from);
  }
  return null;
}

function placed(part: Part, place: (id: Y.ID) => Y.ID): Part {
  part.id = place(part.id);
  if (!(part instanceof Y.Item)) return part;
  part.origin &&= place(part.origin);
  part.rightOrigin &&= place(part.rightOrigin);
  const parent: unknown = part.parent;
  // a part that was read and not put into a document names what it stands in
  if (parent instanceof Y.ID) Object.assign(part, { parent: place(parent) });
  return part;
}

/** The part cut to what lies in the range; null where nothing does. */
function within(part: Part, { from, until }: WrittenRange): Part | null {
  const { client, clock } = part.id;
  const [start, stop] = [Math.max(from, clock), Math.min(until, clock + part.length)];
  if (part instanceof Y.Skip || start >= stop) return null;
  if (!(part instanceof Y.Item)) return new Y.GC(Y.createID(client, start), stop - start);
  if (stop < clock + part.length) part.content.splice(stop - clock);
  if (start > clock) {
    part.content = part.content.splice(start - clock);
    part.origin = Y.createID(client, start - 1);
    part.id = Y.createID(client, start);
  }
  part.length = stop - start;
  return part;
}

/** A range in pieces that lie wholly inside or outside of another. */
function cut(from: number, until: number, other: WrittenRange | undefined): (readonly [number, number])[] {
  const edges = other === undefined ? [] : [other.from, other.until].filter((at) => at > from && at < until);
  const all = [from, ...edges, until];
  return all.slice(1).map((end, index) => [all[index] ?? from, end] as const);
}
