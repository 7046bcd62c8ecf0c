/**
 * Carries a plan out on the content of a board: what is taken back becomes what it was, as far as everything that stays still
 * has what it refers to. Pure; the document is written from the content that comes out.
 */
import { parsePart, splitKey, type BoardContent, type Part } from '#shared/board/content.ts';
import { roots } from '#shared/board/roots.ts';
import { compareText } from '#shared/map/fractionalIndex.ts';
import { lossKinds, type LossCounts, type LossKind } from '#shared/wire/lossKinds.ts';
import type { Stay, TakeBackPlan } from './planTakeBack.ts';

/** `needed` = what others made refers to it; `groundless` = what it stood on is gone. */
export interface StaysThere {
  readonly key: string;
  readonly why: Stay['why'] | 'needed' | 'groundless';
}

export interface TakeBackReport {
  /** removed by them, and back */
  readonly back: LossCounts;
  /** made by them, and gone */
  readonly gone: LossCounts;
  /** changed by them, and as it was */
  readonly changed: LossCounts;
  readonly stays: readonly StaysThere[];
}

export interface TakenBack {
  readonly content: BoardContent;
  readonly report: TakeBackReport;
}

/** `found` = for each unit of the plan what its source holds; null = it was not there. */
export function takenBack(present: BoardContent, plan: TakeBackPlan, found: readonly (string | null)[]): TakenBack {
  const work = new Work(present);
  for (const [at, { key, field }] of plan.units.entries()) {
    const was = found[at] ?? null;
    if (field === null) work.setWhole(key, was);
    else if (was !== null) work.setField(key, field, was);
  }
  work.settle();
  const stays: StaysThere[] = [...plan.stays.filter(({ key }) => present.has(key)), ...work.stays];
  const inOrder = stays.toSorted((a, b) => compareText(a.key, b.key));
  return { content: work.content, report: { ...work.counts(), stays: inOrder } };
}

class Work {
  readonly content: Map<string, string>;
  readonly stays: StaysThere[] = [];
  readonly #present: BoardContent;

  constructor(present: BoardContent) {
    this.#present = present;
    this.content = new Map(present);
  }

  setWhole(key: string, was: string | null): void {
    if (was === null) this.content.delete(key);
    else this.content.set(key, was);
  }

  setField(key: string, field: string, was: string): void {
    const now = this.content.get(key);
    if (now === undefined) return;
    const text = JSON.stringify(withField(parsePart(now), parsePart(was), field));
    // equal parts have equal texts only as far as their fields stand in the same order
    if (JSON.stringify(parsePart(now)) !== text) this.content.set(key, text);
  }

  /** What goes and is needed stays; what comes back and would stand on nothing does not come. Until nothing moves. */
  settle(): void {
    for (let isMoving = true; isMoving;) isMoving = this.#keepNeeded() || this.#dropGroundless();
  }

  #keepNeeded(): boolean {
    const going = new Map<string, string>();
    for (const key of this.#present.keys()) if (!this.content.has(key)) going.set(`"${splitKey(key).id}"`, key);
    if (going.size === 0) return false;
    const needed = new Set<string>();
    for (const [key, text] of this.content)
      for (const [id] of text.matchAll(/"[^"\\]+"/g)) {
        // the end of a line says of which kind it is
        const other = going.get(id) ?? going.get(`"${id.slice(id.indexOf(':') + 1)}`);
        if (other !== undefined && refersTo(key, other)) needed.add(other);
      }
    for (const key of needed) this.#leave(key, 'needed');
    return needed.size > 0;
  }

  #dropGroundless(): boolean {
    const dropped: string[] = [];
    for (const [key, text] of this.content)
      if (this.#present.get(key) !== text && key.startsWith(`${roots.canvas}/`) && !this.#hasGround(text))
        dropped.push(key);
    for (const key of dropped) this.#leave(key, 'groundless');
    return dropped.length > 0;
  }

  #hasGround(text: string): boolean {
    const { fields } = parsePart(text);
    const base: unknown = fields['base'];
    const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
      typeof value === 'object' && value !== null;
    return ['parentId', 'fromId', 'toId'].every((name) => {
      const id = fields[name] ?? (isFields(base) ? base[name] : undefined);
      return typeof id !== 'string' || this.content.has(`${roots.canvas}/${id}`);
    });
  }

  #leave(key: string, why: StaysThere['why']): void {
    const now = this.#present.get(key);
    if (now === undefined) this.content.delete(key);
    else this.content.set(key, now);
    this.stays.push({ key, why });
  }

  counts(): Omit<TakeBackReport, 'stays'> {
    const keys = new Set([...this.#present.keys(), ...this.content.keys()]);
    const counted = { back: counts(), gone: counts(), changed: counts() };
    for (const key of keys) {
      const kind = kindOf(key);
      const [was, is] = [this.#present.get(key), this.content.get(key)];
      if (kind === null || was === is) continue;
      const of = counted[was === undefined ? 'back' : is === undefined ? 'gone' : 'changed'];
      of[kind] = (of[kind] ?? 0) + 1;
    }
    return counted;
  }
}

const counts = (): Partial<Record<LossKind, number>> => ({});

function withField(now: Part, was: Part, field: string): Part {
  const { fields, texts, members, gone = [] } = now;
  const of = <T>(
    there: Readonly<Record<string, T>> = {},
    before: Readonly<Record<string, T>> = {},
  ): Record<string, T> => {
    const made: Record<string, T> = Object.create(null);
    for (const name of new Set([...Object.keys(there), ...(Object.hasOwn(before, field) ? [field] : [])])) {
      const from = name === field ? before : there;
      const value = Object.getOwnPropertyDescriptor(from, name)?.value as T | undefined;
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
  const [newTexts, newMembers] = [of(texts, was.texts), of(members, was.members)];
  const newGone = [...gone.filter((name) => name !== field), ...(was.gone?.includes(field) ? [field] : [])];
  return {
    fields: of(fields, was.fields),
    ...(Object.keys(newTexts).length > 0 ? { texts: newTexts } : {}),
    ...(Object.keys(newMembers).length > 0 ? { members: newMembers } : {}),
    ...(newGone.length > 0 ? { gone: newGone } : {}),
  };
}

/** On the canvas only records hang on records; entities of the map are named by others of the map. */
function refersTo(from: string, to: string): boolean {
  return from.slice(0, from.indexOf('/')) === to.slice(0, to.indexOf('/'));
}

function kindOf(key: string): LossKind | null {
  if (key.startsWith(`${roots.canvas}/`)) {
    const { id } = splitKey(key);
    return id.startsWith('shape:') ? 'drawings' : id.startsWith('page:') ? 'pages' : null;
  }
  const [, collection] = key.split('/');
  return lossKinds.find((kind) => kind === collection) ?? null;
}
