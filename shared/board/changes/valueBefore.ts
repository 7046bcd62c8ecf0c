/**
 * What stood under a key before the running transaction. Deleted content is thrown away only when a transaction ends, so
 * inside it the old value is still there, to the left of what replaced it.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { same } from '#shared/board/same.ts';

export const nothing = Symbol('nothing');

export function isNew(transaction: Y.Transaction, item: Y.Item): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
}

/** The part that stood under the key, or null; `last` is the present end of the key's chain. */
export function itemBefore(transaction: Y.Transaction, last: Y.Item | undefined): Y.Item | null {
  let item: Y.Item | null = last ?? null;
  while (item !== null && isNew(transaction, item)) item = item.left;
  // what was deleted by earlier transactions has lost its content
  return item === null || item.content instanceof Y.ContentDeleted ? null : item;
}

/** The value, a fresh copy where it was a shared type, or `nothing`. `last` is the present end of the key's chain. */
export function valueBefore(transaction: Y.Transaction, last: Y.Item): unknown {
  const item = itemBefore(transaction, last);
  if (item === null) return nothing;
  if (item.content instanceof Y.ContentAny) return item.content.arr.at(-1);
  if (item.content instanceof Y.ContentType) return copyBefore(transaction, item.content.type);
  return nothing;
}

function copyBefore(transaction: Y.Transaction, type: Y.AbstractType<unknown>): unknown {
  if (type instanceof Y.Text) {
    const copy = new Y.Text();
    copy.applyDelta([...runsBefore(transaction, type)]);
    return copy;
  }
  if (!(type instanceof Y.Map)) return nothing;
  const copy = new Y.Map<unknown>();
  for (const [key, item] of type._map) {
    const value = valueBefore(transaction, item);
    if (value !== nothing) copy.set(key, value);
  }
  return copy;
}

export interface RunBefore {
  readonly insert: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What a text said before the running transaction, with its formatting. */
export function runsBefore(transaction: Y.Transaction, text: Pick<Y.Text, '_start'>): readonly RunBefore[] {
  const runs: RunBefore[] = [];
  let attributes: Record<string, unknown> = {};
  for (let item = text._start; item !== null; item = item.right) {
    if (isNew(transaction, item)) continue;
    if (item.content instanceof Y.ContentString) addRun(runs, item.content.str, attributes);
    else if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      const { [key]: _ended, ...others } = attributes;
      attributes = value === null ? others : { ...others, [key]: value };
    }
  }
  return runs;
}

/** Yjs cuts its parts where anything was changed; a run goes on as long as it looks the same. */
function addRun(runs: RunBefore[], text: string, attributes: RunBefore['attributes']): void {
  const last = runs.at(-1);
  if (last !== undefined && same(last.attributes, attributes))
    runs[runs.length - 1] = { attributes, insert: last.insert + text };
  else runs.push({ insert: text, attributes });
}
