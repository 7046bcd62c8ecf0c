/** Single fields of records and entities as they were before the running transaction, without copying anything. */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { itemBefore } from './valueBefore.ts';

/** The parts of a shared type that are read here, whatever events it sends. */
export type Held = Pick<Y.AbstractType<unknown>, '_map'>;

/** The shared type that stood under the key, or null. */
export function typeBefore(transaction: Y.Transaction, holder: Held, key: string): Y.AbstractType<unknown> | null {
  const item = itemBefore(transaction, holder._map.get(key));
  return item?.content instanceof Y.ContentType ? item.content.type : null;
}

/** The plain value that stood under the key; of a list whose members are keys the keys; otherwise undefined. */
export function plainBefore(transaction: Y.Transaction, holder: Held, key: string): unknown {
  const item = itemBefore(transaction, holder._map.get(key));
  if (item?.content instanceof Y.ContentAny) return item.content.arr.at(-1);
  if (!(item?.content instanceof Y.ContentType) || !(item.content.type instanceof Y.Map)) return undefined;
  const members: Held = item.content.type;
  return [...members._map].filter(([, member]) => itemBefore(transaction, member) !== null).map(([member]) => member);
}

/** A field of a record: its own entry, or what the record was created with (`record.ts`). */
export function recordFieldBefore(transaction: Y.Transaction, record: Held, field: string): unknown {
  return fieldOf((key) => plainBefore(transaction, record, key), field);
}

export function recordFieldNow(record: Y.Map<unknown>, field: string): unknown {
  return fieldOf((key) => record.get(key), field);
}

function fieldOf(read: (key: string) => unknown, field: string): unknown {
  const own = read(field);
  if (own !== undefined) return own;
  let value = read('base');
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}
