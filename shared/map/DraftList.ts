/** One collection of a draft: its entities by id and by what they share, so that nobody walks the list to find one. */
import { compareEntities } from './fractionalIndex.ts';

export interface DraftEntity {
  readonly id: string;
  readonly order: string;
}

type KeyOf = (entity: never) => string | null;

export class DraftList {
  /** in table order; null when something changed since it was made */
  #inOrder: readonly DraftEntity[] | null;
  #byId: Map<string, DraftEntity> | null = null;
  #last: DraftEntity | null | undefined;
  readonly #groups = new Map<KeyOf, Map<string, Set<string>>>();

  /** The list must be in table order. */
  constructor(list: readonly DraftEntity[]) {
    this.#inOrder = list;
  }

  get(id: string): DraftEntity | undefined {
    return this.#entities().get(id);
  }

  /** In table order. */
  all(): readonly DraftEntity[] {
    this.#inOrder ??= [...this.#entities().values()].toSorted(compareEntities);
    return this.#inOrder;
  }

  /** The last one in table order. */
  last(): DraftEntity | undefined {
    this.#last ??= this.all().at(-1) ?? null;
    return this.#last ?? undefined;
  }

  /** Those for which `keyOf` gives this key. */
  group(keyOf: KeyOf, key: string): readonly DraftEntity[] {
    const ids = this.#groupOf(keyOf).get(key);
    return ids === undefined ? [] : [...ids].flatMap((id) => this.get(id) ?? []);
  }

  /** Adds or replaces. */
  put(entity: DraftEntity): void {
    const before = this.get(entity.id);
    const last = this.last();
    this.#entities().set(entity.id, entity);
    this.#inOrder = null;
    if (last === undefined || (last.id !== entity.id && compareEntities(last, entity) < 0)) this.#last = entity;
    else if (last.id === entity.id) this.#last = before?.order === entity.order ? entity : undefined;
    this.#regroup(before, entity);
  }

  remove(id: string): void {
    const before = this.get(id);
    if (before === undefined) return;
    this.#entities().delete(id);
    this.#inOrder = null;
    if (this.#last?.id === id) this.#last = undefined;
    this.#regroup(before, undefined);
  }

  #entities(): Map<string, DraftEntity> {
    this.#byId ??= new Map(this.#inOrder?.map((entity) => [entity.id, entity]));
    return this.#byId;
  }

  #groupOf(keyOf: KeyOf): Map<string, Set<string>> {
    const known = this.#groups.get(keyOf);
    if (known !== undefined) return known;
    const groups = new Map<string, Set<string>>();
    this.#groups.set(keyOf, groups);
    for (const entity of this.all()) join(groups, keyOf(entity as never), entity.id);
    return groups;
  }

  #regroup(before: DraftEntity | undefined, after: DraftEntity | undefined): void {
    const id = after?.id ?? before?.id ?? '';
    for (const [keyOf, groups] of this.#groups) {
      // a grouping is of the collection whose list this is
      const was = before === undefined ? null : keyOf(before as never);
      const is = after === undefined ? null : keyOf(after as never);
      if (was === is) continue;
      if (was !== null) groups.get(was)?.delete(id);
      join(groups, is, id);
    }
  }
}

function join(groups: Map<string, Set<string>>, key: string | null, id: string): void {
  if (key === null) return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([id]));
  else group.add(id);
}
