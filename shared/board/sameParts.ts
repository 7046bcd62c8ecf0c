/**
 * Whether parts that the document has already are the very parts that somebody sends under the same writing id and clock. Yjs
 * takes that for granted and ignores them; where it is not so, two screens would differ for good.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';

export type Part = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Half of a pair of code units: Yjs writes U+FFFD for both where a part is split between them. */
const halfPair = /[\ud800-\udfff]/g;

/** `update` was read by `UpdateReader` and has no parts that Yjs could not make. */
export function sameParts(update: Uint8Array, doc: Y.Doc): boolean {
  return Y.decodeUpdate(update).structs.every((sent) => differsAt(sent, doc) === null);
}

/** The first clock of a part at which the document has something else; null where it has the same, or nothing yet. */
export function differsAt(sent: Part, doc: Y.Doc): number | null {
  const { client, clock } = sent.id;
  const end = Math.min(clock + sent.length, Y.getState(doc.store, client));
  for (let at = clock; at < end;) {
    const there = Y.getItem(doc.store, Y.createID(client, at));
    const until = Math.min(end, there.id.clock + there.length);
    if (!(sent instanceof Y.Skip) && !isSameUnit(sent, there, at, until)) return at;
    at = until;
  }
  return null;
}

/** The clocks from `at` until `until`, which lie in one part on either side. */
function isSameUnit(sent: Part, there: Part, at: number, until: number): boolean {
  // what was deleted has no content any more, or not even a place, and is deleted for whoever asks
  if (!(sent instanceof Y.Item) || !(there instanceof Y.Item)) return true;
  if (!isSameId(originAt(sent, at), originAt(there, at))) return false;
  if (!isSameId(sent.rightOrigin, there.rightOrigin)) return false;
  if (sent.origin === null && sent.rightOrigin === null && at === sent.id.clock && !isSamePlace(sent, there))
    return false;
  if (sent.content instanceof Y.ContentDeleted || there.content instanceof Y.ContentDeleted) return true;
  return equalityDeep(contentOf(sent, at, until), contentOf(there, at, until));
}

function originAt(part: Y.Item, clock: number): Y.ID | null {
  return clock === part.id.clock ? part.origin : Y.createID(part.id.client, clock - 1);
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return a === null || b === null ? a === b : Y.compareIDs(a, b);
}

/** Parts without neighbors name what they stand in. */
function isSamePlace(sent: Y.Item, there: Y.Item): boolean {
  const parent: unknown = sent.parent;
  const holder: unknown = there.parent;
  if (sent.parentSub !== there.parentSub || !(holder instanceof Y.AbstractType))
    return sent.parentSub === there.parentSub;
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way to the part that holds a type
  const item: Y.Item | null = holder._item;
  if (parent instanceof Y.ID) return item !== null && Y.compareIDs(item.id, parent);
  return item === null && Y.findRootTypeKey(holder) === parent;
}

function contentOf({ id, content }: Y.Item, from: number, until: number): unknown {
  const [start, end] = [from - id.clock, until - id.clock];
  if (content instanceof Y.ContentString)
    return ['text', content.str.slice(start, end).replaceAll(halfPair, '\u{fffd}')];
  if (content instanceof Y.ContentAny) return ['values', content.arr.slice(start, end)];
  if (content instanceof Y.ContentFormat) return ['format', content.key, content.value];
  if (content instanceof Y.ContentType) return ['type', content.type instanceof Y.Text];
  return ['other', content.getRef()];
}
