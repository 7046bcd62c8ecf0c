/**
 * The canvas as the document says it should look: every record read, checked by itself, and mended. The tldraw store is made
 * to equal this view. Reads the document only; writes neither document nor store.
 */
import type { SerializedSchema, TLRecord, TLStore } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { readRecord } from '#shared/board/record.ts';
import { same } from '#shared/board/same.ts';
import { checkWritten } from './checkWritten.ts';
import { changesPlaces, mendRecords, type Mending } from './mendRecords.ts';

/** Why a record is set aside: a problem of reading, or one of these. */
export type SetAside = { readonly id: string; readonly problem: string };

/** tldraw computes with squares of these; what lies beyond is a mistake or an attack. */
const farthest = 1e7;

export class CanvasView {
  readonly #canvas: Y.Map<unknown>;
  readonly #schema: TLStore['schema'];
  readonly #writtenWith: SerializedSchema | null;
  readonly #isElsewhere: (id: string, record?: object) => boolean;
  readonly #records = new Map<string, TLRecord>();
  readonly #problems = new Map<string, string>();
  #mending: Mending = { changes: new Map(), hidden: new Set(), added: new Map() };

  constructor(options: {
    canvas: Y.Map<unknown>;
    schema: TLStore['schema'];
    /** schema of the document where it is older than ours */
    writtenWith: SerializedSchema | null;
    isElsewhere: (id: string, record?: object) => boolean;
  }) {
    this.#canvas = options.canvas;
    this.#schema = options.schema;
    this.#writtenWith = options.writtenWith;
    this.#isElsewhere = options.isElsewhere;
  }

  /**
   * Reads these records again; answers with the ids whose record in the view may have changed, mended ones included.
   * `places`: parents, order or ends of records changed too.
   */
  update(ids: Iterable<string>): { changed: Set<string>; places: boolean } {
    const changed = new Set<string>();
    let places = false;
    for (const id of ids) {
      const before = this.#records.get(id);
      const after = this.#read(id, before);
      if (after) this.#records.set(id, after);
      else this.#records.delete(id);
      if (changesPlaces(before, after)) places = true;
      changed.add(id);
    }
    if (places || this.#records.size === 0) this.#mend(changed);
    return { changed, places };
  }

  /** The record as it should be shown; undefined when it should not. */
  get(id: string): TLRecord | undefined {
    if (this.#mending.hidden.has(id)) return undefined;
    const record = this.#records.get(id);
    if (!record) return this.#mending.added.get(id) as TLRecord | undefined;
    const change = this.#mending.changes.get(id);
    return change ? ({ ...record, ...change } as TLRecord) : record;
  }

  /** True for a record that is shown although the document lacks it. */
  isAdded(id: string): boolean {
    return this.#mending.added.has(id) && !this.#records.has(id);
  }

  /** Records that are set aside just now. */
  setAside(): SetAside[] {
    return [...this.#problems].map(([id, problem]) => ({ id, problem }));
  }

  /** Sets a record aside that passed every check, but that tldraw would not take. */
  refuse(id: string): void {
    this.#records.delete(id);
    this.#problems.set(id, 'refused');
  }

  #mend(changed: Set<string>): void {
    const before = this.#mending;
    const after = mendRecords(this.#records, this.#isElsewhere);
    this.#mending = after;
    for (const id of new Set([...before.changes.keys(), ...after.changes.keys()])) {
      if (!same(before.changes.get(id), after.changes.get(id))) changed.add(id);
    }
    for (const id of before.hidden) if (!after.hidden.has(id)) changed.add(id);
    for (const id of after.hidden) if (!before.hidden.has(id)) changed.add(id);
    for (const id of new Set([...before.added.keys(), ...after.added.keys()])) changed.add(id);
  }

  #read(id: string, before: TLRecord | undefined): TLRecord | undefined {
    this.#problems.delete(id);
    const entry = this.#canvas.get(id);
    if (entry === undefined) return undefined;
    const read = readRecord(id, entry);
    if (!read.ok) return this.#put(id, read.problem);
    try {
      // Typed by the validator below, which throws for whatever is not a TLRecord.
      let record = read.record as unknown as TLRecord;
      if (this.#writtenWith) {
        const migrated = this.#schema.migratePersistedRecord(record, this.#writtenWith);
        if (migrated.type === 'error') return this.#put(id, `migration: ${migrated.reason}`);
        record = migrated.value;
      }
      const types: Record<string, { scope: string; validate(record: unknown, before?: unknown): unknown }> =
        this.#schema.types;
      const type = Object.hasOwn(types, record.typeName) ? types[record.typeName] : undefined;
      if (type?.scope !== 'document') return this.#put(id, 'not of the document');
      if (this.#isElsewhere(id, record)) return this.#put(id, 'stands elsewhere');
      if (isOutOfBounds(record)) return this.#put(id, 'out of bounds');
      const valid = type.validate(record, before) as TLRecord;
      if (valid.typeName === 'shape' && 'richText' in valid.props) checkWritten(valid.props.richText);
      return valid;
    } catch (fault) {
      // The message names the field; the record's content stays out of it.
      return this.#put(id, fault instanceof Error ? (fault.message.split('\n')[0] ?? '').slice(0, 120) : 'not valid');
    }
  }

  #put(id: string, problem: string): undefined {
    this.#problems.set(id, problem);
    return undefined;
  }
}

function isOutOfBounds(record: TLRecord): boolean {
  if (record.typeName !== 'shape') return false;
  const { w, h } = record.props as { w?: unknown; h?: unknown };
  return [record.x, record.y, w, h].some((value) => typeof value === 'number' && !(Math.abs(value) <= farthest));
}
