/** How many records and entities the running transaction takes away. Looks only at what it changed. */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import type * as Y from 'yjs';
import { roots } from './roots.ts';
import { isNew } from './valueBefore.ts';

export function countRemoved(transaction: Y.Transaction): number {
  const { share } = transaction.doc;
  const canvas = share.get(roots.canvas);
  const map = share.get(roots.map);
  let count = 0;
  for (const [type, keys] of transaction.changed) {
    const isHolder: boolean = type === canvas || (type._item !== null && type._item.parent === map);
    if (!isHolder) continue;
    for (const key of keys) {
      const item = key === null ? undefined : type._map.get(key);
      // what came and went within the transaction was never there
      if (item !== undefined && item.deleted && !isNew(transaction, item)) count++;
    }
  }
  return count;
}
