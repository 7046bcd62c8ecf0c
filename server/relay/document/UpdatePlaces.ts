/** Where on the board the parts of updates would stand, before they are applied. */
/* oxlint-disable no-underscore-dangle -- Yjs shows where a part stands only in these fields */
import * as Y from 'yjs';
import { type RootName, roots } from '#shared/board/roots.ts';

export interface Place {
  readonly root: RootName;
  /** from the root down, the part's own key last; a part of a text stands where the text does */
  readonly keys: readonly string[];
}

/** A part that is read from an update names its parent, or stands beside a part that has the same. */
type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

export class UpdatePlaces {
  readonly #doc: Y.Doc;
  /** parts by client id, in the order in which they were added */
  readonly #parts = new Map<number, Y.Item[]>();
  readonly #known = new Map<Y.Item, Place | null>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The parts among them that say something and that the document does not have. */
  add(structs: readonly Struct[]): readonly Y.Item[] {
    const added: Y.Item[] = [];
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.id.clock + item.length <= Y.getState(this.#doc.store, item.id.client))
        continue;
      const list = this.#parts.get(item.id.client) ?? [];
      const last = list.at(-1);
      // what comes a second time is there
      if (last !== undefined && item.id.clock < last.id.clock + last.length) continue;
      list.push(item);
      this.#parts.set(item.id.client, list);
      added.push(item);
    }
    return added;
  }

  /** Null where it cannot be known. Without recursion: chains are as long as a text. */
  of(item: Y.Item): Place | null {
    const chain: Y.Item[] = [];
    let place: Place | null = null;
    for (let at: Y.Item | null = item; at !== null;) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        place = known;
        break;
      }
      // until the end of the chain is known it counts as nowhere, which is what a chain that comes back to itself is
      this.#known.set(at, null);
      chain.push(at);
      if (at.parent instanceof Y.AbstractType || typeof at.parent === 'string') break;
      at = this.#find(at.parent ?? at.origin ?? at.rightOrigin);
    }
    for (const one of chain.toReversed()) {
      place = placeIn(this.#doc, one, place);
      this.#known.set(one, place);
    }
    return place;
  }

  #find(id: Y.ID | null): Y.Item | null {
    if (id === null) return null;
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const part = Y.getItem(this.#doc.store, id);
      return part instanceof Y.Item ? part : null;
    }
    const parts = this.#parts.get(id.client) ?? [];
    let low = 0;
    let high = parts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const part = parts[middle];
      if (part === undefined) return null;
      if (id.clock < part.id.clock) high = middle - 1;
      else if (id.clock >= part.id.clock + part.length) low = middle + 1;
      else return part;
    }
    return null;
  }
}

/** `from`: where the part stands that it names. */
function placeIn(doc: Y.Doc, { parent, parentSub }: Y.Item, from: Place | null): Place | null {
  if (parent instanceof Y.AbstractType) return placeOnBoard(doc, parent, parentSub);
  if (typeof parent === 'string')
    return placeUnder(
      Object.values(roots).find((root) => root === parent),
      [],
      parentSub,
    );
  // beside another part it has the key of that one
  return from === null || parent === null ? from : placeUnder(from.root, from.keys, parentSub);
}

function placeOnBoard(doc: Y.Doc, parent: Y.AbstractType<unknown>, parentSub: string | null): Place | null {
  const keys: string[] = [];
  let type: unknown = parent;
  while (type instanceof Y.AbstractType && type._item !== null) {
    if (type._item.parentSub !== null) keys.unshift(type._item.parentSub);
    type = type._item.parent;
  }
  const root = Object.values(roots).find((name) => doc.share.get(name) === type);
  return placeUnder(root, keys, parentSub);
}

function placeUnder(root: RootName | undefined, keys: readonly string[], key: string | null): Place | null {
  if (root === undefined) return null;
  return { root, keys: key === null ? keys : [...keys, key] };
}
