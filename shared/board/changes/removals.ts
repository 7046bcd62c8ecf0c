/**
 * What the running transaction took away from a board: records, entities, places of organizations, texts that say nothing any
 * more, each as it was, so that exactly this can come back (`bringBack.ts`). Looks only at what the transaction changed.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { isCollectionName } from '#shared/map/collections.ts';
import type { Part } from '#shared/board/content.ts';
import type { LossKind } from '#shared/wire/lossKinds.ts';
import { partBefore, textBefore } from './partBefore.ts';
import { placeOf, type Type } from './placeOf.ts';
import { plainBefore, typeBefore, type Held } from './recordBefore.ts';
import { roots } from '#shared/board/roots.ts';
import { isNew, itemBefore } from './valueBefore.ts';

/** Plain fields in which people write; long texts are known by their type. */
const wordFields: ReadonlySet<string> = new Set(['name', 'title', 'role_title', 'label', 'statement', 'text']);

interface PartId {
  readonly client: number;
  readonly clock: number;
}

export interface Removal {
  /** null = went along with something else (a claim, the end of an arrow): it comes back and is not counted */
  readonly kind: LossKind | null;
  /** as in `BoardContent` */
  readonly key: string;
  /** false: the record or entity stays, and what it lost of its own is in `part` */
  readonly isWhole: boolean;
  /** what comes back, as it was; null where it comes back with something else */
  readonly part: Part | null;
  /** what stood there */
  readonly was: PartId;
  /** what its remover sent: a deletion of `was`, or this in its place */
  readonly by: PartId | null;
}

/** Call inside the transaction, after everything was applied, inspected and enforced. */
export function readRemovals(transaction: Y.Transaction): readonly Removal[] {
  const reader = new RemovalReader(transaction);
  for (const [type, keys] of transaction.changed) reader.look(type, keys);
  return reader.removals();
}

class RemovalReader {
  readonly #transaction: Y.Transaction;
  readonly #found: Removal[] = [];
  readonly #goneInterests = new Map<string, PartId>();
  readonly #gonePlaces: { readonly organization: unknown; readonly removal: Removal }[] = [];
  /** organizations that got a place in the same act -> whether one of these is in an interest */
  readonly #newPlaces = new Map<unknown, boolean>();

  readonly #gonePrompts: Removal[] = [];
  #hasNewInterest = false;

  constructor(transaction: Y.Transaction) {
    this.#transaction = transaction;
  }

  look(type: Type, keys: ReadonlySet<string | null>): void {
    const place = placeOf(this.#transaction.doc, type);
    if (place === null) return;
    const { collection, holder, base, record, field } = place;
    if (record === undefined) {
      for (const id of keys) if (id !== null) this.#lookAtWhole(holder, collection, base, id);
      return;
    }
    const key = base + (record._item?.parentSub ?? '');
    if (field === undefined) for (const name of keys) this.#lookAtField(record, collection, key, name);
    else if (type instanceof Y.Text) this.#lookAtText(type, key, field._item?.parentSub ?? '');
    else for (const name of keys) this.#lookAtMember(type, key, field._item?.parentSub ?? '', name);
  }

  removals(): readonly Removal[] {
    for (const { organization, removal } of this.#gonePlaces) {
      const isPlaced = this.#newPlaces.get(organization);
      // who was moved from one interest to another has lost nothing
      if (isPlaced !== true) this.#found.push(isPlaced === undefined ? removal : { ...removal, kind: 'unplaced' });
    }
    // a question that gave way to its answer is missed by nobody
    for (const removal of this.#gonePrompts)
      this.#found.push(this.#hasNewInterest ? { ...removal, kind: null } : removal);
    if (this.#goneInterests.size > 0) this.#lookForUnplaced();
    return this.#found;
  }

  #lookAtWhole(holder: Type, collection: string | null, base: string, id: string): void {
    const last = holder._map.get(id);
    if (last === undefined) return;
    const before = itemBefore(this.#transaction, last);
    if (!last.deleted) {
      if (before === null && collection === 'placements') this.#notePlace(last);
      if (before === null && collection === 'interests') this.#hasNewInterest = true;
      return;
    }
    const type = before === null ? null : typeBefore(this.#transaction, holder, id);
    // what came and went within the transaction was never there
    if (before === null || type === null) return;
    const removal: Removal = {
      kind: collection === null ? kindOfRecord(id) : isCollectionName(collection) ? collection : null,
      key: base + id,
      isWhole: true,
      part: partBefore(this.#transaction, type),
      was: before.id,
      by: null,
    };
    if (collection === 'interests') this.#goneInterests.set(id, before.id);
    if (collection === 'placements')
      this.#gonePlaces.push({ organization: this.#before(type, 'organization_id'), removal });
    else if (collection === 'interests' && this.#isPrompt(type)) this.#gonePrompts.push(removal);
    else this.#found.push(removal);
  }

  /** A question of a blank ring that nobody answered. */
  #isPrompt(interest: Held): boolean {
    return this.#before(interest, 'title') === '' && this.#before(interest, 'placeholder') !== '';
  }

  #notePlace({ content }: Y.Item): void {
    if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.Map)) return;
    const organization: unknown = content.type.get('organization_id');
    const isPlaced = typeof content.type.get('interest_id') === 'string';
    this.#newPlaces.set(organization, isPlaced || this.#newPlaces.get(organization) === true);
  }

  #lookAtField(record: Type, collection: string | null, key: string, name: string | null): void {
    const last = name === null ? undefined : record._map.get(name);
    if (name === null || last === undefined) return;
    const before = itemBefore(this.#transaction, last);
    if (before === null || (before === last && !last.deleted)) return;
    const was = this.#before(record, name);
    const now: unknown = last.deleted || !(last.content instanceof Y.ContentAny) ? null : last.content.arr.at(-1);
    const isUnplaced = collection === 'placements' && name === 'interest_id' && now === null;
    const isEmptied = wordFields.has(name) && now === '';
    if (typeof was !== 'string' || was === '' || !(isUnplaced || isEmptied)) return;
    const kind = isUnplaced ? 'unplaced' : 'texts';
    const part = { fields: { [name]: was } };
    this.#found.push({ kind, key, isWhole: false, part, was: before.id, by: last.deleted ? null : last.id });
  }

  #lookAtText(text: Y.Text, key: string, field: string): void {
    if (!isBlank(text.toString())) return;
    const runs = textBefore(this.#transaction, text);
    if (isBlank(runs.map((run) => run.text).join(''))) return;
    for (let item = text._start; item !== null; item = item.right) {
      if (!item.deleted || isNew(this.#transaction, item) || item.content instanceof Y.ContentDeleted) continue;
      const part = { fields: {}, texts: { [field]: runs } };
      this.#found.push({ kind: 'texts', key, isWhole: false, part, was: item.id, by: null });
      return;
    }
  }

  #lookAtMember(members: Type, key: string, field: string, name: string | null): void {
    const last = name === null ? undefined : members._map.get(name);
    const before = itemBefore(this.#transaction, last);
    if (name === null || last === undefined || before === null || !last.deleted) return;
    const part = { fields: {}, members: { [field]: { [name]: plainBefore(this.#transaction, members, name) } } };
    this.#found.push({ kind: null, key, isWhole: false, part, was: before.id, by: null });
  }

  /** They stay, and are in no interest until theirs comes back. */
  #lookForUnplaced(): void {
    const placements: unknown = this.#transaction.doc.getMap(roots.map).get('placements');
    if (!(placements instanceof Y.Map)) return;
    for (const [id, placement] of placements) {
      const interest: unknown = placement instanceof Y.Map ? placement.get('interest_id') : null;
      const was = typeof interest === 'string' ? this.#goneInterests.get(interest) : undefined;
      const key = `${roots.map}/placements/${id}`;
      if (was !== undefined) this.#found.push({ kind: 'unplaced', key, isWhole: false, part: null, was, by: null });
    }
  }

  #before(record: Held, field: string): unknown {
    return plainBefore(this.#transaction, record, field);
  }
}

function kindOfRecord(id: string): LossKind | null {
  return id.startsWith('shape:') ? 'drawings' : id.startsWith('page:') ? 'pages' : null;
}

/** A rich text that says nothing still has its paragraphs. */
function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** How much of a kind is there, for the share that a loss is of it. */
export function countOfKind(doc: Y.Doc, kind: LossKind): number {
  const canvas = doc.getMap(roots.canvas);
  const map = doc.getMap(roots.map);
  if (kind === 'drawings' || kind === 'pages')
    return [...canvas.keys()].filter((id) => kindOfRecord(id) === kind).length;
  if (kind === 'texts') return countTexts([canvas, ...map.values()]);
  const holder: unknown = map.get(kind === 'unplaced' ? 'placements' : kind);
  if (!(holder instanceof Y.Map)) return 0;
  if (kind !== 'unplaced') return holder.size;
  const interests: unknown = map.get('interests');
  return [...holder.values()].filter((placement) => {
    const interest: unknown = placement instanceof Y.Map ? placement.get('interest_id') : null;
    return typeof interest === 'string' && interests instanceof Y.Map && interests.has(interest);
  }).length;
}

function countTexts(holders: readonly unknown[]): number {
  let count = 0;
  for (const holder of holders)
    for (const record of holder instanceof Y.Map ? holder.values() : [])
      for (const [name, value] of record instanceof Y.Map ? record : [])
        if (value instanceof Y.Text ? value.length > 0 : wordFields.has(name) && value !== '') count++;
  return count;
}
