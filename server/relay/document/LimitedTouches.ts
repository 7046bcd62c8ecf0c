/**
 * Whether a message touches something that the workshop holds back from its sender, before it is applied (SESSION-23). Asked only
 * in a tick in which people who are free wrote as well. Where that cannot be known for sure the answer is yes: such a message is
 * applied apart from the others, and judged there.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows where a part stands only in these fields */
import * as Y from 'yjs';
import { recordFieldNow } from '#shared/board/changes/recordBefore.ts';
import { roots } from '#shared/board/roots.ts';
import { isCollectionName } from '#shared/map/collections.ts';
import {
  isCanvasFree,
  lockKey,
  permitRefusal,
  type Permits,
  rightOf,
  rightOfRecord,
  rightRefusal,
} from '#shared/workshop/permits.ts';
import { type Place, UpdatePlaces } from './UpdatePlaces.ts';

export class LimitedTouches {
  readonly #doc: Y.Doc;
  readonly #permits: Permits;
  readonly #isCanvasFree: boolean;
  readonly #places: UpdatePlaces;
  /** records that a message makes without saying what they are */
  readonly #nameless = new Set<string>();

  constructor(doc: Y.Doc, permits: Permits) {
    this.#doc = doc;
    this.#permits = permits;
    this.#isCanvasFree = isCanvasFree(permits);
    this.#places = new UpdatePlaces(doc);
  }

  /** `update` can be read by Yjs. Messages of one sender in the order in which they came: a later one builds on an earlier one. */
  has(update: Uint8Array): boolean {
    const { structs, ds } = Y.decodeUpdate(update);
    const items = this.#places.add(structs);
    this.#nameless.clear();
    return (
      items.some((item) => this.#holds(this.#places.of(item), item, false)) ||
      this.#nameless.size > 0 ||
      this.#deletesLimited(ds)
    );
  }

  #deletesLimited({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): boolean {
    const { store } = this.#doc;
    for (const [client, ranges] of clients) {
      const parts = store.clients.get(client) ?? [];
      const known = Y.getState(store, client);
      for (const { clock, len } of ranges) {
        if (clock >= known) continue;
        for (let at = Y.findIndexSS(parts, clock); at < parts.length; at++) {
          const part = parts[at];
          if (part === undefined || part.id.clock >= clock + len) break;
          if (part instanceof Y.Item && !part.deleted && this.#holds(this.#places.of(part), part, true)) return true;
        }
      }
    }
    return false;
  }

  /** True where something is held back from the sender there, or where nobody knows where it is. */
  #holds(place: Place | null, item: Y.Item, isDeletion: boolean): boolean {
    if (place === null) return true;
    const [first = '', second, third] = place.keys;
    if (place.root === roots.canvas) return !this.#isCanvasFree && this.#holdsRecord(first, second, item, isDeletion);
    if (place.root !== roots.map || !isCollectionName(first) || second === undefined) return false;
    // what a lock stands on may not go either
    if (isDeletion && third === undefined && this.#permits.locks.size > 0) return true;
    return permitRefusal(this.#permits, lockKey.entity(first, second), rightOf(first, third ?? null)) !== null;
  }

  #holdsRecord(id: string, field: string | undefined, item: Y.Item, isDeletion: boolean): boolean {
    const { locks } = this.#permits;
    if (locks.has(lockKey.record(id)) || (locks.size > 0 && (isDeletion || !isPlain(id)))) return true;
    const types = [this.#typeOf(id), field === 'base' ? typeIn(item.content) : null].filter((type) => type !== null);
    if (locks.size > 0 && types.some((type) => type === 'group' || type === 'frame')) return true;
    // a record that is new says what it is in its base, which comes after it
    if (field === 'base') this.#nameless.delete(id);
    else if (field === undefined && types.length === 0) this.#nameless.add(id);
    return types.some((type) => rightRefusal(this.#permits, rightOfRecord(type)) !== null);
  }

  #typeOf(id: string): string | null {
    const record = this.#doc.getMap(roots.canvas).get(id);
    const type = record instanceof Y.Map ? recordFieldNow(record, 'type') : undefined;
    return typeof type === 'string' ? type : null;
  }
}

/** No picture, page or binding, on which a lock on something else may stand. */
function isPlain(id: string): boolean {
  return id.startsWith('shape:');
}

function typeIn(content: Y.Item['content']): string {
  const base: unknown = content instanceof Y.ContentAny ? content.arr.at(-1) : null;
  const type: unknown = typeof base === 'object' && base !== null ? Reflect.get(base, 'type') : null;
  return typeof type === 'string' ? type : '';
}
