/**
 * What stood under a key before the running transaction. Deleted content is thrown away only when a transaction ends, so
 * inside it the old value is still there, to the left of what replaced it.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';

export const nothing = Symbol('nothing');

export function isNew(transaction: Y.Transaction, item: Y.Item): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
}

/** The value, a fresh copy where it was a shared type, or `nothing`. `last` is the present end of the key's chain. */
export function valueBefore(transaction: Y.Transaction, last: Y.Item): unknown {
  let item: Y.Item | null = last;
  while (item !== null && isNew(transaction, item)) item = item.left;
  if (item === null) return nothing;
  if (item.content instanceof Y.ContentAny) return item.content.arr.at(-1);
  if (item.content instanceof Y.ContentType) return copyBefore(transaction, item.content.type);
  return nothing;
}

function copyBefore(transaction: Y.Transaction, type: Y.AbstractType<unknown>): unknown {
  if (type instanceof Y.Text) return textBefore(transaction, type);
  if (!(type instanceof Y.Map)) return nothing;
  const copy = new Y.Map<unknown>();
  for (const [key, item] of type._map) {
    const value = valueBefore(transaction, item);
    if (value !== nothing) copy.set(key, value);
  }
  return copy;
}

/** Characters only: a restored text loses its bold and italic, which beats losing the text. */
function textBefore(transaction: Y.Transaction, text: Y.Text): Y.Text {
  let characters = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (!isNew(transaction, item) && item.content instanceof Y.ContentString) characters += item.content.str;
  }
  return new Y.Text(characters);
}
