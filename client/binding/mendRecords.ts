/**
 * What a merge broke, mended for showing: a pure function of the records, so that everybody sees the same and nobody needs to
 * write it. Knows nothing of stores and documents.
 */
import { firstRecords } from '#shared/board/firstRecords.ts';
import { isStackIndex } from '#client/canvas/projected/stackIndex.ts';
import { indexBetween } from './indexBetween.ts';

/** A record as far as its place is concerned. */
export interface PlacedRecord {
  readonly id: string;
  readonly typeName: string;
  readonly parentId?: unknown;
  readonly index?: unknown;
  readonly fromId?: unknown;
  readonly toId?: unknown;
}

export interface Mending {
  /** Record id -> fields that are shown instead of its own. */
  readonly changes: ReadonlyMap<string, { readonly parentId?: string; readonly index?: string }>;
  /** Ids of records that are not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Records that are shown although the document lacks them. */
  readonly added: ReadonlyMap<string, PlacedRecord & Readonly<Record<string, unknown>>>;
}

/** True when a change from `before` to `after` can change the mending of any record. */
export function changesPlaces(before: PlacedRecord | undefined, after: PlacedRecord | undefined): boolean {
  if (!before || !after) return before !== after;
  return (
    before.parentId !== after.parentId ||
    before.index !== after.index ||
    before.fromId !== after.fromId ||
    before.toId !== after.toId
  );
}

const byIndex = (a: { index: string; id: string }, b: { index: string; id: string }) =>
  a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : 1;

/** `isElsewhere`: ids that stand on the canvas without being in the document (cards of the map). */
export function mendRecords(records: ReadonlyMap<string, PlacedRecord>, isElsewhere: (id: string) => boolean): Mending {
  const changes = new Map<string, { parentId?: string; index?: string }>();
  const change = (id: string, fields: { parentId?: string; index?: string }) =>
    changes.set(id, { ...changes.get(id), ...fields });
  const added = new Map<string, PlacedRecord & Readonly<Record<string, unknown>>>();
  const all = [...records.values()];
  for (const first of firstRecords()) {
    // The first page carries the map: deleted, it is shown emptied, since the map still stands on it.
    if (!records.has(first.id)) added.set(first.id, first);
  }
  const pages = [...all, ...added.values()].filter((record) => record.typeName === 'page');
  const firstPage =
    pages.map((page) => ({ id: page.id, index: String(page.index) })).sort(byIndex)[0]?.id ?? 'page:page';

  const shapes = all.filter((record) => record.typeName === 'shape');
  const parents = new Map(shapes.map((shape) => [shape.id, String(shape.parentId)]));
  for (const [id, parent] of parents) {
    // A shape of a missing page stays with it, unseen: its page was deleted.
    if (parent.startsWith('page:') || records.has(parent) || isElsewhere(parent)) continue;
    parents.set(id, firstPage);
    change(id, { parentId: firstPage });
  }
  for (const id of circleHeads(parents)) {
    parents.set(id, firstPage);
    change(id, { parentId: firstPage });
  }

  const hidden = new Set<string>();
  for (const record of all) {
    if (record.typeName !== 'binding') continue;
    const ends = [String(record.fromId), String(record.toId)];
    if (ends.some((end) => !parents.has(end) && !isElsewhere(end))) hidden.add(record.id);
  }

  const siblings = new Map<string, { id: string; index: string }[]>();
  for (const record of [...pages, ...shapes]) {
    const parent = parents.get(record.id) ?? '';
    const family = siblings.get(parent) ?? [];
    family.push({ id: record.id, index: String(record.index) });
    siblings.set(parent, family);
  }
  for (const family of siblings.values()) {
    for (const [id, index] of toldApart(family)) if (records.has(id)) change(id, { index });
  }
  return { changes, hidden, added };
}

/** Per circle of parents its smallest id. */
function circleHeads(parents: ReadonlyMap<string, string>): string[] {
  const heads: string[] = [];
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && parents.has(at) && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = parents.get(at);
    }
    const circle = at === undefined ? -1 : path.indexOf(at);
    if (circle >= 0) heads.push(path.slice(circle).sort()[0] ?? start);
  }
  return heads;
}

/** New indexes for those that share one with a sibling of a smaller id, or may share one with a shape of the map. */
function toldApart(family: { id: string; index: string }[]): Map<string, string> {
  const apart = new Map<string, string>();
  const sorted = family.sort(byIndex);
  let last: string | null = null;
  sorted.forEach(({ id, index }, position) => {
    if ((last === null || index > last) && !isStackIndex(index)) {
      last = index;
      return;
    }
    const floor: string = last !== null && last > index ? last : index;
    const above = sorted.slice(position + 1).find((sibling) => sibling.index > floor)?.index ?? null;
    last = indexBetween(floor, above);
    apart.set(id, last);
  });
  return apart;
}
