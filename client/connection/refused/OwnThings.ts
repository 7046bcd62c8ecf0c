/**
 * Things that this device wrote and that are about to go from its document, because the server took them back or refused them:
 * copied into a small document of their own, in which everything stands where it stood. Records and entities that were made here
 * are copied whole; of others the fields that were changed here.
 */
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import type { Run } from '#shared/board/text.ts';
import { runsOf } from '#shared/board/textEdit.ts';
import type { TakenThings } from '#client/connection/copy/OfflineCopy.ts';
import type { WrittenRange } from '#client/connection/copy/UnsentParts.ts';

/** Kept with other things, and never missed by themselves. */
const alongside = /^canvas\/(?:binding|asset|document):/;

export class OwnThings {
  readonly #things = new Y.Doc();
  readonly #whole = new Set<string>();
  readonly #known = new Set<string>();

  /** Whether there is nothing at all. */
  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** Records and entities, as people count them. */
  get count(): number {
    const all = [...this.#known];
    return all.filter((key) => !alongside.test(key)).length || all.length;
  }

  /** To be kept; `now` = the document after the things were taken back, where it is known. */
  kept(now: Y.Doc | null): TakenThings {
    const was = now === null ? {} : this.#textsIn(now);
    return { count: this.count, update: Y.encodeStateAsUpdate(this.#things), whole: [...this.#whole], was };
  }

  /** What texts that were changed here say in the document: an edit is put on again beside what others write meanwhile. */
  #textsIn(doc: Y.Doc): TakenThings['was'] {
    const was: Record<string, readonly Run[]> = {};
    for (const [base, holder] of holdersIn(this.#things))
      for (const [id, thing] of holder) {
        const there = this.#whole.has(thingKey(base, id)) ? undefined : holderIn(doc, base)?.get(id);
        if (!(thing instanceof Y.Map) || !(there instanceof Y.Map)) continue;
        for (const field of thing.keys()) {
          const text = there.get(field);
          if (text instanceof Y.Text) was[textKey(base, id, field)] = runsOf(text);
        }
      }
    return was;
  }

  /** Copies what stands in these parts of the document just now. */
  gather(
    doc: Y.Doc,
    parts: Iterable<WrittenRange>,
    { maxBytes = Number.POSITIVE_INFINITY, onlyWhole = false } = {},
  ): this {
    const places = new Map<string, Place>();
    for (const part of parts)
      for (const item of itemsIn(doc, part)) {
        const place = item.deleted ? null : placeOf(item);
        if (place !== null && !(onlyWhole && place.field !== null))
          places.set(JSON.stringify([place.key, place.field]), place);
      }
    const all = [...places.values()].toSorted((a, b) => Number(b.field === null) - Number(a.field === null));
    this.#things.transact(() => {
      for (const place of all) this.#copy(doc, place, maxBytes);
    });
    return this;
  }

  /** Takes in what another one has. */
  add(others: OwnThings): this {
    for (const key of others.#known) this.#known.add(key);
    this.#things.transact(() => {
      for (const [base, holder] of holdersIn(others.#things))
        for (const [id, thing] of holder)
          if (others.#whole.has(thingKey(base, id))) this.#putWhole(base, id, thing);
          else if (thing instanceof Y.Map) for (const [field, value] of thing) this.#putField(base, id, field, value);
    });
    return this;
  }

  #copy(doc: Y.Doc, { base, id, key, field }: Place, maxBytes: number): void {
    const thing = holderIn(doc, base)?.get(id);
    if (field !== null && (this.#whole.has(key) || !(thing instanceof Y.Map))) return;
    const value = field === null || !(thing instanceof Y.Map) ? thing : thing.get(field);
    if (maxBytes < Number.POSITIVE_INFINITY && sizeOf(value) > maxBytes) return;
    if (field === null) this.#putWhole(base, id, value);
    else this.#putField(base, id, field, value);
    this.#known.add(key);
  }

  #putWhole(base: readonly string[], id: string, thing: unknown): void {
    holderIn(this.#things, base, true)?.set(id, copyOf(thing));
    this.#whole.add(thingKey(base, id));
  }

  #putField(base: readonly string[], id: string, field: string, value: unknown): void {
    const holder = holderIn(this.#things, base, true);
    if (holder?.has(id) === false) holder.set(id, new Y.Map());
    const there = holder?.get(id);
    if (there instanceof Y.Map) there.set(field, copyOf(value));
  }
}

/** What an update takes away of these parts. */
export function takenBy(update: Uint8Array, parts: readonly WrittenRange[]): readonly WrittenRange[] {
  const { clients } = Y.decodeUpdate(update).ds;
  return parts.flatMap(({ client, from, until }) =>
    (clients.get(client) ?? []).flatMap(({ clock, len }) => {
      const taken = { client, from: Math.max(from, clock), until: Math.min(until, clock + len) };
      return taken.from < taken.until ? [taken] : [];
    }),
  );
}

/** Every holder of records or entities, with its path. */
export function holdersIn(doc: Y.Doc): readonly (readonly [base: readonly string[], holder: Y.Map<unknown>])[] {
  const map = [...doc.getMap<unknown>(roots.map)].flatMap(([name, holder]) =>
    holder instanceof Y.Map ? [[[roots.map, name], holder] as const] : [],
  );
  return [[[roots.canvas], doc.getMap<unknown>(roots.canvas)], ...map];
}

/** The holder at a path; undefined where there is none and it is not to be made. */
export function holderIn(
  doc: Y.Doc,
  [root = '', name]: readonly string[],
  mayMake = false,
): Y.Map<unknown> | undefined {
  const top = doc.getMap<unknown>(root);
  if (name === undefined) return top;
  if (mayMake && !top.has(name)) top.set(name, new Y.Map());
  const holder = top.get(name);
  return holder instanceof Y.Map ? holder : undefined;
}

export function copyOf(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value;
}

interface Place {
  readonly base: readonly string[];
  readonly id: string;
  readonly key: string;
  /** null = the whole record or entity */
  readonly field: string | null;
}

export const thingKey = (base: readonly string[], id: string): string => [...base, id].join('/');
export const textKey = (base: readonly string[], id: string, field: string): string =>
  JSON.stringify([base, id, field]);

function placeOf(item: Y.Item): Place | null {
  const names: (string | null)[] = [];
  let at: Y.Item | null = item;
  let parent: unknown = null;
  while (at !== null) {
    names.unshift(at.parentSub);
    parent = at.parent;
    // oxlint-disable-next-line no-underscore-dangle -- Yjs shows what holds a type only here
    at = parent instanceof Y.AbstractType ? parent._item : null;
  }
  const root = parent instanceof Y.AbstractType ? Y.findRootTypeKey(parent) : '';
  if (root !== roots.canvas && root !== roots.map) return null;
  const name = root === roots.map ? names.shift() : undefined;
  const [id, field] = names;
  if (id === null || id === undefined || name === null) return null;
  const base = name === undefined ? [root] : [root, name];
  return { base, id, key: thingKey(base, id), field: field ?? null };
}

function* itemsIn(doc: Y.Doc, { client, from, until }: WrittenRange): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  const last = structs.at(-1);
  if (last === undefined || from >= last.id.clock + last.length) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= until) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

function sizeOf(value: unknown): number {
  const alone = new Y.Doc();
  alone.getMap('of').set('it', copyOf(value));
  const { byteLength } = Y.encodeStateAsUpdate(alone);
  alone.destroy();
  return byteLength;
}
